package dev.pghaadvisor.store;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** Tests for {@link ReportProperties}. */
class ReportPropertiesTests {

	@Test
	void aNumberWithoutAUnitCountsDays() {
		assertThat(retention("30")).isEqualTo(Duration.ofDays(30));
		assertThat(retention("90d")).isEqualTo(Duration.ofDays(90));
	}

	@Test
	void reportsAreKeptForEverWithoutIt() {
		assertThat(new ReportProperties(null).retention()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "-5d", "0", "1h", "PT0.03S", "soon" })
	void whatWouldDeleteEverythingAtOnceIsRefused(String retention) {
		assertThatException().isThrownBy(() -> retention(retention));
	}

	private static Duration retention(String text) {
		return new Binder(new MapConfigurationPropertySource(Map.of("advisor.reports.retention", text)))
			.bind("advisor.reports", Bindable.of(ReportProperties.class))
			.get()
			.retention();
	}

}
