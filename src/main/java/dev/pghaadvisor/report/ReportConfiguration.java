package dev.pghaadvisor.report;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.pghaadvisor.rules.RuleBook;
import dev.pghaadvisor.rules.RuleFileException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the pure core to the store. */
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

	@Bean
	Advisor advisor(@Value("${advisor.rules:#{null}}") @Nullable Path rules) throws RuleFileException {
		return new Advisor((rules != null) ? RuleBook.load(rules) : RuleBook.bundled(), new Documents());
	}

	@Bean
	Reports reports(Advisor advisor, ReportRows rows, Artifacts artifacts, PlatformTransactionManager transactions) {
		return new Reports(advisor, rows, artifacts, new TransactionTemplate(transactions), Clock.systemUTC());
	}

	/** Reports are kept for ever unless advisor.reports.retention says otherwise. */
	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	@ConditionalOnProperty("advisor.reports.retention")
	static class Retention {

		private final Reports reports;

		private final Duration retention;

		Retention(Reports reports, @Value("${advisor.reports.retention}") Duration retention) {
			this.reports = reports;
			this.retention = retention;
		}

		@Scheduled(fixedDelayString = "PT1H")
		void deleteOldReports() {
			int deleted = this.reports.deleteOlderThan(Instant.now().minus(this.retention));
			LoggerFactory.getLogger(Retention.class).info("Deleted {} reports older than {}", deleted, this.retention);
		}

	}

}
