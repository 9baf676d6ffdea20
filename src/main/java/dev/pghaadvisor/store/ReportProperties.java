package dev.pghaadvisor.store;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.DurationUnit;

/**
 * How long reports are kept.
 *
 * @param retention at least a day; a number without a unit counts days; null: for ever
 */
@ConfigurationProperties("advisor.reports")
record ReportProperties(@DurationUnit(ChronoUnit.DAYS) @Nullable Duration retention) {

	ReportProperties {
		if (retention != null && retention.toDays() < 1) {
			throw new IllegalArgumentException(
					"advisor.reports.retention must be at least a day, such as 90d, not " + retention);
		}
	}

}
