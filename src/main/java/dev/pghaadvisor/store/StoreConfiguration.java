package dev.pghaadvisor.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javax.sql.DataSource;

import dev.pghaadvisor.report.ReportWriter;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the store, and empties it of what has grown too old. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

	/**
	 * A store that cannot be written is found now, not by whoever wants to keep a report.
	 */
	@Bean
	Reports reports(ReportWriter writer, ReportRows rows, Artifacts artifacts, PlatformTransactionManager transactions,
			DataSource store) throws SQLException {
		try (Connection connection = store.getConnection()) {
			if (connection.isReadOnly()) {
				throw new SQLException("The store was opened for reading alone.", null, StoreFailure.READ_ONLY);
			}
		}
		return new Reports(writer, rows, artifacts, new TransactionTemplate(transactions), Clock.systemUTC());
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
