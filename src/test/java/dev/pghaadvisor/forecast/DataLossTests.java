package dev.pghaadvisor.forecast;

import java.util.Map;

import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.ExampleAdvice;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.rules.Design;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link DataLoss}. */
class DataLossTests {

	@Test
	void synchronousModeLosesNothingThatWasConfirmed() {
		DataLoss loss = DataLoss.of(ForecastsTests.plan(Design.SIMPLE, Map.of(), "60s"));
		assertThat(loss.possible()).isFalse();
		assertThat(loss.how()).contains("nobody is promoted automatically");
	}

	@ParameterizedTest
	@CsvSource({ "low, 21", "moderate, 201", "heavy, 1001" })
	void withoutItTheBoundIsTheLagAndTheWalOfOneTtl(String load, long megabytes) {
		var advice = ExampleAdvice.of(Design.SIMPLE, Map.of("synchronous-mode", "off", "primary-start-timeout", "300"),
				Map.of("write-load", load));
		DataLoss loss = DataLoss.of(Parts.plan(advice, Inventory.example(Shape.of(advice))));
		assertThat(loss.bytes()).isEqualTo(megabytes * 1024 * 1024);
		assertThat(loss.how()).contains("maximum_lag_on_failover = 1 MB", "ttl = 20 s");
	}

}
