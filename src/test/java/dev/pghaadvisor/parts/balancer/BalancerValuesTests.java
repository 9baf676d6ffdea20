package dev.pghaadvisor.parts.balancer;

import java.util.List;
import java.util.Map;

import dev.pghaadvisor.parts.ExamplePlan;
import dev.pghaadvisor.rules.Design;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

/** Tests for {@link BalancerValues}. */
class BalancerValuesTests {

	private static final Map<String, String> AWS = Map.of("entry", "cloud-lb", "balancer", "aws");

	@Test
	void aBalancerStraightToTheDatabasesAsksPatroni() {
		BalancerValues values = new BalancerValues(ExamplePlan.of(Design.SIMPLE, AWS, Map.of()));
		assertThat(values.doorPorts()).isEqualTo("5432");
		assertThat(values.targetPorts()).isEqualTo("5432 and 8008");
		assertThat(values.targets(5432)).startsWith("192.0.2.11:5432, ");
	}

	@Test
	void oneInFrontOfHaproxyAsksThat() {
		BalancerValues values = new BalancerValues(ExamplePlan.of(Design.FULL, AWS, Map.of()));
		assertThat(values.doorPorts()).isEqualTo("5000 and 5001");
		assertThat(values.targetPorts()).isEqualTo("5000, 5001 and 7000");
	}

	@Test
	void whoNamesItsNetworksLetsNobodyElseProbe() {
		assertThat(new BalancerValues(ExamplePlan.of(Design.SIMPLE, AWS, Map.of())).probedFromAnyApplication())
			.isTrue();
		BalancerValues named = new BalancerValues(
				ExamplePlan.of(Design.SIMPLE, AWS, Map.of("balancerCidrs", List.of("198.51.100.0/28"))));
		assertThat(named.probedFromAnyApplication()).isFalse();
		assertThat(named.probeNetworks()).isEqualTo("198.51.100.0/28");
	}

	@Test
	void withoutABalancerThereIsNothingToEnter() {
		BalancerValues values = new BalancerValues(ExamplePlan.of(Design.SIMPLE));
		assertThatNullPointerException().isThrownBy(values::probes).withMessageContaining("Nothing probes");
	}

}
