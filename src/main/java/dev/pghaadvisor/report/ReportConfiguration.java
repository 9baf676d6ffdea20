package dev.pghaadvisor.report;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import javax.sql.DataSource;

import dev.pghaadvisor.forecast.Measurements;
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
	Measurements measurements() {
		return Measurements.bundled();
	}

	@Bean
	Advisor advisor(@Value("${advisor.rules:#{null}}") @Nullable Path rules, Measurements measurements)
			throws RuleFileException {
		return new Advisor((rules != null) ? own(rules) : RuleBook.bundled(KnownChoices.ALL), new Documents(),
				measurements);
	}

	/** What a test tries with the shipped rules is tried with others at the start. */
	private static RuleBook own(Path rules) throws RuleFileException {
		RuleBook book = RuleBook.load(rules, KnownChoices.ALL);
		Rehearsal.of(book, KnownChoices.ALL);
		return book;
	}

	/**
	 * A store that cannot be written is found now, not by whoever wants to keep a report.
	 */
	@Bean
	Reports reports(Advisor advisor, ReportRows rows, Artifacts artifacts, PlatformTransactionManager transactions,
			DataSource store) throws SQLException {
		try (Connection connection = store.getConnection()) {
			if (connection.isReadOnly()) {
				throw new SQLException("The store was opened for reading alone.", null, StoreFailure.READ_ONLY);
			}
		}
		return new Reports(advisor, rows, artifacts, new TransactionTemplate(transactions), Clock.systemUTC());
	}

	/** Reports are kept for ever unless advisor.reports.retention says otherwise. */
	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	@ConditionalOnProperty("advisor.reports.retention")
	static class Retention {

		private final Reports reports;

		private final Duration retention;

		Retention(Reports reports, ReportProperties properties) {
			this.reports = reports;
			this.retention = Objects.requireNonNull(properties.retention());
		}

		@Scheduled(fixedDelayString = "PT1H")
		void deleteOldReports() {
			int deleted = this.reports.deleteOlderThan(Instant.now().minus(this.retention));
			LoggerFactory.getLogger(Retention.class).info("Deleted {} reports older than {}", deleted, this.retention);
		}

	}

}
