package dev.pghaadvisor.forecast;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.pghaadvisor.bundle.Persona;
import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.ExampleAdvice;
import dev.pghaadvisor.plan.Footprint;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.PatroniTimers;
import dev.pghaadvisor.plan.Placement;
import dev.pghaadvisor.plan.Platform;
import dev.pghaadvisor.plan.Probes;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.plan.Synchronous;
import dev.pghaadvisor.rules.Design;
import dev.pghaadvisor.rules.Effect;
import dev.pghaadvisor.rules.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/** Tests for {@link Forecasts}. */
class ForecastsTests {

	private static final PatroniTimers SHARP = new PatroniTimers(20, 5, 5, 0);

	private static final PatroniTimers SLOW = new PatroniTimers(30, 10, 10, 300);

	private static final Synchronous ON = new Synchronous(true, 1);

	private static final Synchronous OFF = new Synchronous(false, 0);

	/** The reference layout of a design. */
	static Shape shape(Design design) {
		return new Shape(design, (design == Design.FULL) ? Footprint.FULL_8 : Footprint.SIMPLE_3, Entry.KEEPALIVED,
				Platform.DEBIAN_13);
	}

	@Test
	void whoGoesAroundABalancerDoesNotWaitForItsProbes() {
		ClusterPlan behind = Persona.STARTUP.plan();
		Probes probes = Probes.USUAL;
		assertThat(switchover(Forecasts.of(behind)).best() - switchover(Forecasts.aroundBalancer(behind)).best())
			.isCloseTo((probes.threshold() - 1) * probes.intervalSeconds(), within(1.0));
		ClusterPlan alone = Persona.MONITORING.plan();
		assertThat(Forecasts.aroundBalancer(alone)).isEqualTo(Forecasts.of(alone));
	}

	private static Forecast switchover(List<Forecast> forecasts) {
		return forecasts.stream()
			.filter((forecast) -> forecast.scenario() == Scenario.SWITCHOVER)
			.findFirst()
			.orElseThrow();
	}

	@ParameterizedTest
	@EnumSource(Design.class)
	void everyScenarioOfTheDesignIsForecastOnceInOrder(Design design) {
		List<Scenario> forecast = Forecasts.of(shape(design), SHARP, ON, 10).stream().map(Forecast::scenario).toList();
		List<Scenario> expected = List.of(Scenario.values())
			.stream()
			.filter((scenario) -> scenario != Scenario.WITNESS_POWEROFF && scenario != Scenario.SITE_CUT)
			.filter((scenario) -> design == Design.FULL
					|| scenario != Scenario.HAPROXY_KILL && scenario != Scenario.LB_POWEROFF)
			.toList();
		assertThat(forecast).isEqualTo(expected);
	}

	@ParameterizedTest
	@EnumSource(value = Footprint.class, names = { "SIMPLE_2W", "FULL_2W" })
	void aLostWitnessIsForecastWhereThereIsOneAndNobodyMissesIt(Footprint footprint) {
		Shape shape = new Shape(footprint.design(), footprint, Entry.KEEPALIVED, Platform.DEBIAN_13);
		assertThat(Forecasts.of(shape, SHARP, ON, 10))
			.filteredOn((forecast) -> forecast.scenario() == Scenario.WITNESS_POWEROFF)
			.singleElement()
			.satisfies((forecast) -> assertThat(forecast.worst()).isLessThan(1));
	}

	@Test
	void aSiteThatIsCutOffIsForecastWhereThereAreThreeAndCostsWhatALostHostDoes() {
		Shape spread = new Shape(Design.SIMPLE, Footprint.SIMPLE_3, Entry.KEEPALIVED, Platform.DEBIAN_13,
				Placement.THREE_SITES);
		List<Forecast> forecasts = Forecasts.of(spread, SHARP, ON, 10);
		assertThat(forecasts).filteredOn((forecast) -> forecast.scenario() == Scenario.SITE_CUT)
			.singleElement()
			.satisfies((forecast) -> assertThat(forecast.expected())
				.isEqualTo(forecast(Design.SIMPLE, SHARP, ON, Scenario.LEADER_NETSPLIT).expected()));
		assertThat(forecasts).extracting(Forecast::scenario).doesNotContain(Scenario.WITNESS_POWEROFF);
	}

	@ParameterizedTest
	@EnumSource(Design.class)
	void everyForecastSaysWhatClientsSeeAndHowItWasMade(Design design) {
		for (Synchronous synchronous : List.of(ON, OFF)) {
			for (PatroniTimers timers : List.of(SHARP, SLOW)) {
				assertThat(Forecasts.of(shape(design), timers, synchronous, 10)).allSatisfy((forecast) -> {
					assertThat(forecast.clientSees()).endsWith(".").doesNotContain("%");
					assertThat(forecast.how()).endsWith(".").doesNotContain("%");
					assertThat(forecast.best()).isBetween(0.0, forecast.expected());
					assertThat(forecast.worst()).isGreaterThanOrEqualTo(forecast.expected());
				});
			}
		}
	}

	@Test
	void nothingClaimsToBeMeasured() {
		assertThat(Forecasts.of(shape(Design.FULL), SHARP, ON, 10)).extracting(Forecast::evidence)
			.containsOnly("not proven for these settings");
	}

	@Test
	void aFullDiskIsUnboundedUnlessAReplicaTakesOverAtOnce() {
		assertThat(unbounded(Design.SIMPLE, SLOW, OFF)).containsExactly(Scenario.DISK_FULL, Scenario.BOTH_LOST,
				Scenario.ALL_DARK);
		assertThat(unbounded(Design.SIMPLE, SHARP, ON)).containsExactly(Scenario.BOTH_LOST, Scenario.ALL_DARK);
	}

	@Test
	void twoLostHostsAreBoundedOnlyWhereEtcdGoesOnAndAnotherReplicaMayLead() {
		assertThat(unbounded(Design.FULL, SHARP, ON)).containsExactly(Scenario.BOTH_LOST, Scenario.ALL_DARK);
		assertThat(unbounded(Design.FULL, SHARP, OFF)).containsExactly(Scenario.ALL_DARK);
	}

	@Test
	void aPausedNeighbourIsFeltOnlyWhereItConfirmsCommits() {
		assertThat(forecast(Design.SIMPLE, SHARP, ON, Scenario.ETCD_LEADER_PAUSE).worst()).isGreaterThan(4);
		assertThat(forecast(Design.SIMPLE, SHARP, OFF, Scenario.ETCD_LEADER_PAUSE).worst()).isLessThan(1);
		assertThat(forecast(Design.FULL, SHARP, ON, Scenario.ETCD_LEADER_PAUSE).worst()).isLessThan(1);
	}

	private static List<Scenario> unbounded(Design design, PatroniTimers timers, Synchronous synchronous) {
		return Forecasts.of(shape(design), timers, synchronous, 10)
			.stream()
			.filter(Forecast::unbounded)
			.map(Forecast::scenario)
			.toList();
	}

	@Test
	void theLossOfEtcdIsUnboundedOnlyWithoutFailsafe() {
		Outages without = LabTests.sharp(Design.FULL, SHARP, false);
		assertThat(without.of(Scenario.ETCD_QUORUM_LOSS)).hasValueSatisfying((outage) -> {
			assertThat(outage.unbounded()).isTrue();
			assertThat(outage.how()).contains("until etcd is back");
		});
		assertThat(forecast(Design.FULL, SHARP, ON, Scenario.ETCD_QUORUM_LOSS).worst()).isLessThan(1);
	}

	@Test
	void theSameFormulasServePlansAndComparisons() {
		for (Design design : Design.values()) {
			assertThat(Forecasts.of(plan(design, Map.of(), "60s")))
				.isEqualTo(Forecasts.of(shape(design), SHARP, ON, 10));
		}
	}

	@Test
	void etcdOnHostsOfItsOwnMakesTheWorstCaseShorter() {
		double own = worst(plan(Design.FULL, Map.of(), "60s"));
		double shared = worst(plan(Design.FULL, Map.of("footprint", "full-5"), "60s"));
		assertThat(shared - own).isEqualTo(3.0);
	}

	@Test
	void aLongerTtlMakesEveryLossOfTheLeaderLonger() {
		for (Scenario scenario : List.of(Scenario.LEADER_POWEROFF, Scenario.LEADER_NETSPLIT, Scenario.LEADER_FREEZE)) {
			for (Design design : Design.values()) {
				assertThat(forecast(design, SLOW, ON, scenario).worst())
					.isGreaterThan(forecast(design, SHARP, ON, scenario).worst());
			}
		}
	}

	@Test
	void withoutSynchronousModeTheCutOffLeaderLosesWrites() {
		assertThat(forecast(Design.SIMPLE, SLOW, OFF, Scenario.LEADER_PEERCUT).how()).contains("lost");
		assertThat(forecast(Design.SIMPLE, SLOW, ON, Scenario.LEADER_PEERCUT).clientSees())
			.contains("No confirmed write is lost");
	}

	@Test
	void aBalancersProbesAreThoseThatWereEntered() {
		ClusterPlan plan = plan(Design.SIMPLE, Map.of("entry", "cloud-lb"), "60s");
		assertThat(Forecasts.of(plan)).filteredOn((forecast) -> forecast.scenario() == Scenario.LEADER_POWEROFF)
			.singleElement()
			.extracting(Forecast::how)
			.asString()
			.contains("2 in a row, 5 s apart");
		assertThat(Forecasts.of(plan)).noneMatch((forecast) -> forecast.scenario() == Scenario.KEEPALIVED_KILL);
	}

	@ParameterizedTest
	@CsvSource({ "SIMPLE, 20, 5, 5, 30s", "FULL, 20, 5, 5, 30s", "SIMPLE, 30, 10, 10, 60s", "FULL, 30, 10, 10, 60s",
			"SIMPLE, 30, 10, 10, minutes" })
	void timersThatMeetTheAnswerAreNotWarnedOf(Design design, String ttl, String loop, String retry, String rto) {
		assertThat(Shortfalls.rto(plan(design, Map.of("ttl", ttl, "loop-wait", loop, "retry-timeout", retry), rto)))
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "SIMPLE, 38.6 s", "FULL, 34.0 s" })
	void timersThatMissTheAnswerAreWarnedOfWithTheNumber(Design design, String number) {
		Optional<Finding> shortfall = Shortfalls
			.rto(plan(design, Map.of("ttl", "30", "loop-wait", "10", "retry-timeout", "10"), "30s"));
		assertThat(shortfall).hasValueSatisfying((finding) -> {
			assertThat(finding.effect()).isInstanceOf(Effect.Miss.class);
			assertThat(finding.answers()).containsExactly(Map.entry("rto", "30s"));
			assertThat(finding.message()).contains(number, "30 s");
			assertThat(finding.because()).contains(number, "ttl of 30 s");
			assertThat(finding.change()).isNotBlank();
			assertThat(finding.sources()).isNotEmpty();
		});
	}

	@Test
	void aLongTtlMissesAMinuteToo() {
		assertThat(Shortfalls
			.rto(plan(Design.SIMPLE, Map.of("ttl", "60", "loop-wait", "10", "retry-timeout", "20"), "60s")))
			.isPresent();
	}

	@Test
	void anAnswerNobodyDeclaredIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Rto.CHOICE.read("6Os"))
			.withMessage("\"6Os\" is no value of rto: did you mean '60s'? (valid: minutes, 60s, 30s)");
	}

	@Test
	void numbersOutOfOrderAreRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Forecast(Scenario.SWITCHOVER, Design.FULL, 2, 1, 3, false, "", "", "", ""))
			.withMessageContaining("not in order");
	}

	private static double worst(ClusterPlan plan) {
		return Forecasts.of(plan)
			.stream()
			.filter((forecast) -> forecast.scenario() == Scenario.LEADER_POWEROFF)
			.findFirst()
			.orElseThrow()
			.worst();
	}

	private static Forecast forecast(Design design, PatroniTimers timers, Synchronous synchronous, Scenario scenario) {
		return Forecasts.of(shape(design), timers, synchronous, 10)
			.stream()
			.filter((forecast) -> forecast.scenario() == scenario)
			.findFirst()
			.orElseThrow();
	}

	static ClusterPlan plan(Design design, Map<String, String> settings, String rto) {
		var advice = ExampleAdvice.of(design, settings, Map.of("rto", rto));
		return Parts.plan(advice, Inventory.example(Shape.of(advice)));
	}

}
