package dev.pghaadvisor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.pghaadvisor.advice.Advisor;
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
		Advisor advisor = new Advisor((rules != null) ? RuleBook.load(rules) : RuleBook.bundled(), measurements);
		tryOut(advisor);
		return advisor;
	}

	@Bean
	ReportWriter reportWriter(Advisor advisor) {
		return new ReportWriter(advisor);
	}

	/**
	 * Plans the defaults and every preset once: settings that do not fit together, or
	 * that are no numbers, are found at the start instead of by the first visitor.
	 */
	private static void tryOut(Advisor advisor) throws RuleFileException {
		Map<String, Map<String, String>> answers = new LinkedHashMap<>();
		answers.put("the defaults", Map.of());
		advisor.ruleBook().presets().forEach((preset) -> answers.put("the preset " + preset.id(), preset.answers()));
		List<String> problems = new ArrayList<>();
		answers.forEach((name, given) -> {
			try {
				advisor.consult(given, Map.of());
			}
			catch (IllegalArgumentException | IllegalStateException ex) {
				problems.add("With " + name + ": " + ex.getMessage());
			}
		});
		if (!problems.isEmpty()) {
			throw new RuleFileException(problems);
		}
	}

}
