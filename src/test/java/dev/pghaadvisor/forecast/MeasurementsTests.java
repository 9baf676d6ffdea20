package dev.pghaadvisor.forecast;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import dev.pghaadvisor.plan.Balancer;
import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.Footprint;
import dev.pghaadvisor.plan.PatroniTimers;
import dev.pghaadvisor.plan.Platform;
import dev.pghaadvisor.plan.Probes;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.plan.Synchronous;
import dev.pghaadvisor.rules.Design;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Tests for {@link Measurements}, on invented numbers. */
class MeasurementsTests {

	private static final Shape SHAPE = ForecastsTests.shape(Design.SIMPLE);

	private static final PatroniTimers PATRONI = new PatroniTimers(20, 5, 5, 0);

	private static final Synchronous ON = new Synchronous(true, 1);

	private static final Timers TIMERS = Timers.of(PATRONI, ON, null, null);

	@Test
	void aMeasuredForecastSaysItsRangeItsRunsAndItsDay() {
		assertThat(said(Scenario.LEADER_POWEROFF, TIMERS, evidence(TIMERS, poweroff()), false))
			.isEqualTo("measured 20.8-22.4 s (with a pool 21.5 s) in 2 runs on Debian 13, 2026-11-25");
	}

	@Test
	void readersAreNotInTheRangeOneRunIsNoRangeAndAPoolThatFaredTheSameIsNotNamed() {
		Evidence.Drill drill = drill(Scenario.SWITCHOVER, false, run(1, "transaction", 3.9), run(1, "pool", 3.9),
				run(1, "reader", 0.1));
		assertThat(said(Scenario.SWITCHOVER, TIMERS, evidence(TIMERS, drill), false))
			.isEqualTo("measured 3.9 s in 1 run on Debian 13, 2026-11-25");
	}

	@Test
	void whatLastsUntilPeopleActIsMeasuredFromTheRepairOn() {
		Evidence.Drill drill = drill(Scenario.DISK_FULL, true, run(1, "transaction", 3.9));
		assertThat(said(Scenario.DISK_FULL, TIMERS, evidence(TIMERS, drill), false)).contains("3.9 s after the repair");
	}

	@Test
	void brokenPromisesAreSaid() {
		Evidence.Drill drill = drill(Scenario.SWITCHOVER, false, run(1, "transaction", 3),
				run(2, "transaction", 4, "It took long."), run(2, "pool", 4, "It took long.", "It was red."));
		assertThat(said(Scenario.SWITCHOVER, TIMERS, evidence(TIMERS, drill), false))
			.endsWith(", 1 of 2 runs broke a promise: It took long. It was red.");
	}

	@Test
	void otherFilesAreSaid() {
		assertThat(said(Scenario.LEADER_POWEROFF, TIMERS, evidence(TIMERS, poweroff()), true))
			.endsWith("2026-11-25, with an earlier version of these files");
	}

	@Test
	void otherTimersAreOnlyTheNearest() {
		Timers others = new Timers(30, 10, 10, 60, false, 0, "");
		assertThat(said(Scenario.LEADER_POWEROFF, others, evidence(TIMERS, poweroff()), false)).isEqualTo(
				"not proven for these settings; nearest: ttl 20 s, synchronous: 20.8-22.4 s (with a pool 21.5 s) "
						+ "in 2 runs");
	}

	@Test
	void theNearerOfTwoIsNamed() {
		Evidence near = evidence(new Timers(20, 5, 5, 0, true, 2, ""), poweroff());
		Evidence far = evidence(new Timers(30, 10, 10, 60, false, 0, ""), poweroff());
		Measurements both = Measurements
			.of(Map.of("debian-13-simple-3.json", far, "debian-13-simple-3-two.json", near));
		assertThat(said(Scenario.LEADER_POWEROFF, TIMERS, both, false)).contains("two synchronous standbys");
	}

	@Test
	void theNewestOfTwoCounts() {
		Evidence old = evidence(TIMERS, drill(Scenario.LEADER_POWEROFF, false, run(1, "transaction", 9)));
		Evidence older = new Evidence(old.platform(), old.design(), old.footprint(), old.entry(), old.placement(),
				old.options(), old.altered(), old.versions(), LocalDate.of(2025, 1, 1), old.model(), old.bundleSha256(),
				old.timers(), List.of(drill(Scenario.LEADER_POWEROFF, false, run(1, "transaction", 7)),
						drill(Scenario.SWITCHOVER, false, run(1, "transaction", 3))));
		Measurements both = Measurements.of(Map.of("debian-13-simple-3.json", older, "debian-13-simple-3-x.json", old));
		assertThat(said(Scenario.LEADER_POWEROFF, TIMERS, both, false)).contains("measured 9.0 s");
		assertThat(said(Scenario.SWITCHOVER, TIMERS, both, false)).contains("measured 3.0 s", "2025-01-01");
	}

	@Test
	void whatWasChangedByHandProvesNothing() {
		Evidence shipped = evidence(TIMERS, poweroff());
		Evidence changed = new Evidence(shipped.platform(), shipped.design(), shipped.footprint(), shipped.entry(),
				shipped.placement(), shipped.options(), "Something else.", shipped.versions(), shipped.recorded(),
				shipped.model(), shipped.bundleSha256(), shipped.timers(), shipped.drills());
		assertThat(said(Scenario.LEADER_POWEROFF, TIMERS, changed, false)).isEqualTo(Forecast.NOT_PROVEN);
		assertThat(EvidenceTable.of("debian-13-simple-3-changed.json", changed).title())
			.endsWith("with changed files: Something else");
		assertThat(EvidenceMatrix.of(Measurements.of(Map.of("debian-13-simple-3-changed.json", changed))))
			.isEqualTo(EvidenceMatrix.of(Measurements.of(Map.of())));
	}

	@Test
	void aBalancerThatWasPlayedProvesNothingAboutItselfAndCountsForTheSameProbesAlone() {
		Shape behind = new Shape(Design.SIMPLE, Footprint.SIMPLE_3, Entry.CLOUD_LB, Platform.DEBIAN_13);
		Timers played = Timers.of(PATRONI, ON, Balancer.AWS, null);
		Evidence evidence = behind(played);
		Measurements measurements = Measurements.of(Map.of("debian-13-simple-3-cloud-lb.json", evidence));
		assertThat(said(behind, Scenario.LEADER_POWEROFF, played, measurements, false)).startsWith(
				"not proven behind the balancer itself; with an HAProxy that plays an AWS Network Load Balancer "
						+ "that probes every 5 s, 2 in a row: measured 20.8-22.4 s");
		Timers slower = Timers.of(PATRONI, ON, Balancer.AWS, new Probes(10, 3, List.of()));
		assertThat(said(behind, Scenario.LEADER_POWEROFF, slower, measurements, false))
			.startsWith(Forecast.NOT_PROVEN + "; nearest: ")
			.contains("with an HAProxy that plays");
		assertThat(said(Scenario.LEADER_POWEROFF, TIMERS, measurements, false)).isEqualTo(Forecast.NOT_PROVEN);
		assertThatIllegalArgumentException().isThrownBy(() -> behind(TIMERS)).withMessageContaining("balancer");
	}

	@Test
	void anotherWayInHasAColumnOnceItIsRecorded() {
		assertThat(EvidenceMatrix
			.of(Measurements
				.of(Map.of("debian-13-simple-3-cloud-lb.json", behind(Timers.of(PATRONI, ON, Balancer.AWS, null)))))
			.shapes()).containsExactly("simple-3 on Debian 13, way in: the cloud's load balancer, played");
	}

	private static Evidence behind(Timers timers) {
		Evidence evidence = evidence(TIMERS, poweroff());
		return new Evidence(evidence.platform(), evidence.design(), evidence.footprint(), "cloud-lb",
				evidence.placement(), evidence.options(), "", evidence.versions(), evidence.recorded(),
				evidence.model(), evidence.bundleSha256(), timers, evidence.drills());
	}

	@Test
	void whatWasNotDrilledIsNotProven() {
		assertThat(said(Scenario.SWITCHOVER, TIMERS, evidence(TIMERS, poweroff()), false))
			.isEqualTo(Forecast.NOT_PROVEN);
	}

	@Test
	void nothingIsClaimedWithoutAnyFile() {
		assertThat(said(Scenario.LEADER_POWEROFF, TIMERS, Measurements.of(Map.of()), false))
			.isEqualTo(Forecast.NOT_PROVEN);
	}

	@Test
	void anotherShapeIsNotEvenNear() {
		List<Forecast> full = Measurements.of(Map.of("debian-13-simple-3.json", evidence(TIMERS, poweroff())))
			.beside(Forecasts.of(ForecastsTests.shape(Design.FULL), PATRONI, ON, 10), ForecastsTests.shape(Design.FULL),
					TIMERS, (evidence) -> false);
		assertThat(full).extracting(Forecast::evidence).containsOnly(Forecast.NOT_PROVEN);
	}

	@Test
	void aSummaryAddsUpWhatWasLostAndKeepsTheWorst() throws IOException {
		Evidence evidence = Evidence.read("x", EvidenceTests.fixture("debian-13-simple-3-rpo-seconds.json"));
		DrillSummary drill = evidence.drill(Scenario.LEADER_VMPAUSE).orElseThrow();
		assertThat(drill.runs()).isEqualTo(3);
		assertThat(drill.brokenRuns()).isEqualTo(1);
		assertThat(drill.clients()).containsExactly("pool", "transaction");
		assertThat(drill.lostWrites()).isEqualTo(2 * (4 + 5 + 6));
		assertThat(drill.twoWritableLeadersSeconds()).isEqualTo(0.83);
		assertThat(drill.vipHoldersAtOnce()).isEqualTo(2);
	}

	@Test
	void theMedianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() {
		DrillSummary drill = new DrillSummary(drill(Scenario.SWITCHOVER, false, run(1, "transaction", 1),
				run(2, "transaction", 2), run(3, "transaction", 4), run(4, "transaction", 9)));
		assertThat(drill.medianOutage()).isEqualTo(3);
		assertThat(drill.outage("transaction")).isEqualTo("3.0 s (1.0-9.0)");
	}

	private static String said(Scenario scenario, Timers timers, Evidence evidence, boolean earlier) {
		return said(scenario, timers, Measurements.of(Map.of("debian-13-simple-3.json", evidence)), earlier);
	}

	private static String said(Scenario scenario, Timers timers, Measurements measurements, boolean earlier) {
		return said(SHAPE, scenario, timers, measurements, earlier);
	}

	private static String said(Shape shape, Scenario scenario, Timers timers, Measurements measurements,
			boolean earlier) {
		return measurements.beside(Forecasts.of(shape, PATRONI, ON, 10), shape, timers, (evidence) -> earlier)
			.stream()
			.filter((forecast) -> forecast.scenario() == scenario)
			.findFirst()
			.orElseThrow()
			.evidence();
	}

	static Evidence evidence(Timers timers, Evidence.Drill... drills) {
		return new Evidence("debian-13", "simple", "simple-3", "keepalived", "together", Map.of(), "",
				Map.of("postgresql", "17", "patroni", "4", "etcd", "3"), LocalDate.of(2026, 11, 25), Forecasts.MODEL,
				"0".repeat(64), timers, List.of(drills));
	}

	private static Evidence.Drill poweroff() {
		return drill(Scenario.LEADER_POWEROFF, false, run(1, "transaction", 20.83), run(1, "pool", 21.5),
				run(2, "transaction", 22.4));
	}

	static Evidence.Drill drill(Scenario scenario, boolean unbounded, Evidence.Run... runs) {
		return new Evidence.Drill(scenario.id(), new Evidence.Expected(1, 2, 3), unbounded, 0, List.of(runs));
	}

	static Evidence.Run run(int run, String client, double outage, String... broken) {
		return new Evidence.Run(run, client, 1, outage, 0, 0, 1, 0, 1, 0, 5, Map.of(), 0, List.of(broken));
	}

}
