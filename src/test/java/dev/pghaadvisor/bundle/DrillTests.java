package dev.pghaadvisor.bundle;

import java.util.List;
import java.util.Map;

import dev.pghaadvisor.forecast.Forecast;
import dev.pghaadvisor.forecast.Forecasts;
import dev.pghaadvisor.forecast.Scenario;
import dev.pghaadvisor.parts.ExamplePlan;
import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.rules.Design;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

class DrillTests {

	private static final String BOUND = "a failover may lose acknowledged writes";

	/**
	 * The drill's writers know every host, so a balancer in front is none of its
	 * business.
	 */
	@ParameterizedTest
	@EnumSource
	void theForecastShownIsThatOfThePlanWithoutABalancerInFront(Persona persona) {
		ClusterPlan plan = persona.plan();
		Map<?, ?> forecasts = (Map<?, ?>) vars(plan, 1).get("forecasts");
		assertThat(forecasts).hasSize(2);
		assertThat(forecasts.get("switchover")).isEqualTo(numbers(plan, Scenario.SWITCHOVER));
		assertThat(forecasts.get("poweroff")).isEqualTo(numbers(plan, Scenario.LEADER_POWEROFF));
	}

	@ParameterizedTest
	@EnumSource
	void nobodyLosesAHostWithoutSayingSoTwice(Design design) {
		Map<?, ?> vars = vars(ExamplePlan.of(design), 0);
		assertThat(vars.get("drill")).isEqualTo("switchover");
		assertThat(vars.get("really")).isEqualTo("no");
	}

	@ParameterizedTest
	@EnumSource
	void thePasswordGoesThroughNoCommandAndNoEnvironment(Design design) {
		assertThat(drill(ExamplePlan.of(design))).doesNotContain("PGPASSWORD", "secrets/")
			.contains("/etc/patroni/application_password");
	}

	@ParameterizedTest
	@EnumSource
	void withoutSynchronousModeTheBoundIsToldAndWithItNothingMayBeLost(Design design) {
		ClusterPlan synchronous = ExamplePlan.of(design);
		assertThat(drill(synchronous)).contains("synchronous: true").doesNotContain(BOUND);
		ClusterPlan asynchronous = ExamplePlan.of(design,
				Map.of("synchronous-mode", "off", "primary-start-timeout", "300"), Map.of());
		assertThat(drill(asynchronous)).contains("synchronous: false", BOUND);
	}

	@ParameterizedTest
	@EnumSource
	void onlyWhereABalancerIsInFrontTheWritersGoAroundIt(Persona persona) {
		ClusterPlan plan = persona.plan();
		assertThat(drill(plan).contains("around the balancer")).isEqualTo(plan.balancer() != null);
	}

	private static Map<String, Double> numbers(ClusterPlan plan, Scenario scenario) {
		Forecast forecast = Forecasts.aroundBalancer(plan)
			.stream()
			.filter((candidate) -> candidate.scenario() == scenario)
			.findFirst()
			.orElseThrow();
		return Map.of("best", forecast.best(), "expected", forecast.expected(), "worst", forecast.worst());
	}

	private static Map<?, ?> vars(ClusterPlan plan, int play) {
		List<?> plays = new Yaml(new SafeConstructor(new LoaderOptions())).load(drill(plan));
		return (Map<?, ?>) ((Map<?, ?>) plays.get(play)).get("vars");
	}

	private static String drill(ClusterPlan plan) {
		return Parts.bundle(plan, Map.of()).file("drill.yml").text();
	}

}
