package dev.pghaadvisor;

import java.nio.file.Path;

import dev.pghaadvisor.advice.Advisor;
import dev.pghaadvisor.advice.KnownChoices;
import dev.pghaadvisor.advice.Rehearsal;
import dev.pghaadvisor.forecast.Measurements;
import dev.pghaadvisor.report.ReportWriter;
import dev.pghaadvisor.rules.RuleBook;
import dev.pghaadvisor.rules.RuleFileException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the advisor and the writer of reports, which know nothing of Spring. */
@Configuration(proxyBeanMethods = false)
class AdvisorConfiguration {

	@Bean
	Measurements measurements() {
		return Measurements.bundled();
	}

	@Bean
	Advisor advisor(@Value("${advisor.rules:#{null}}") @Nullable Path rules, Measurements measurements)
			throws RuleFileException {
		return new Advisor((rules != null) ? own(rules) : RuleBook.bundled(KnownChoices.ALL), measurements);
	}

	/** What a test tries with the shipped rules is tried with others at the start. */
	private static RuleBook own(Path rules) throws RuleFileException {
		RuleBook book = RuleBook.load(rules, KnownChoices.ALL);
		Rehearsal.of(book, KnownChoices.ALL);
		return book;
	}

	@Bean
	ReportWriter reportWriter(Advisor advisor) {
		return new ReportWriter(advisor);
	}

}
