package dev.pghaadvisor.forecast;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.rules.Advice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the lab recorded fits what is forecast and promised today. */
class RecordedEvidenceTests {

	private static final List<String> SHAPES_THAT_MUST_BE_RECORDED = List.of("debian-13-simple-3", "debian-13-full-8",
			"debian-13-full-5", "debian-13-full-3", "debian-12-simple-3", "debian-12-full-8");

	/** Why something may not have held in a drill, by file and scenario. */
	private static final Map<String, String> EXCUSED = Map.of("debian-12-full-8-rpo-zero-rto-30s.json switchover",
			"One write in one of five runs met a server that was no longer the leader.",
			"debian-13-full-5-files-572c13c.json both_lost",
			"All three runs are within the forecast, and sooner than half a loop_wait of 10 s makes it expect.",
			"debian-13-full-5-files-572c13c.json all_dark",
			"All three runs are within the forecast, and sooner than half a loop_wait of 10 s makes it expect.");

	private static final String SIMPLE = "debian-13-simple-3.json";

	@Test
	void everyRecordedRunFitsForecastsAndPromises() {
		List<String> complaints = new ArrayList<>();
		Measurements.bundled()
			.files()
			.forEach((name, evidence) -> complaints.addAll(new EvidenceJudge(name, evidence, EXCUSED).complaints()));
		assertThat(complaints).isEmpty();
	}

	@Test
	void everyShapeThatIsCalledProvenIsRecorded() {
		assertThat(EvidenceJudge.shapes(Measurements.bundled())).containsAll(SHAPES_THAT_MUST_BE_RECORDED);
	}

	/**
	 * The longest of the runs of {@link LabTests}. Where there was but one, it fell
	 * anywhere in the loop, and half a loop_wait comes on top.
	 */
	@ParameterizedTest(name = "{0} {1}")
	@CsvSource({ "debian-13-full, 20, LEADER_POWEROFF, 20.9", "debian-13-full, 20, LEADER_NETSPLIT, 20.9",
			"debian-13-full, 20, LEADER_FREEZE, 20.4", "debian-13-full, 20, LEADER_VMPAUSE, 20.7",
			"debian-13-full, 20, POSTGRES_CRASH, 6.3", "debian-13-full, 20, SWITCHOVER, 4.2",
			"debian-13-simple, 20, LEADER_POWEROFF, 27.4", "debian-13-simple, 20, LEADER_NETSPLIT, 24.2",
			"debian-13-simple, 20, LEADER_FREEZE, 23.8", "debian-13-simple, 20, LEADER_VMPAUSE, 23.8",
			"debian-13-simple, 20, POSTGRES_CRASH, 5.3", "debian-13-simple, 20, SWITCHOVER, 4.0",
			"debian-12-full, 20, LEADER_POWEROFF, 23.2", "debian-12-full, 20, LEADER_NETSPLIT, 24.2",
			"debian-12-full, 20, POSTGRES_CRASH, 6.2", "debian-12-full, 20, SWITCHOVER, 2.3",
			"debian-12-simple, 20, LEADER_POWEROFF, 23.7", "debian-12-simple, 20, LEADER_NETSPLIT, 23.8",
			"debian-12-simple, 20, POSTGRES_CRASH, 6.0", "debian-12-simple, 20, SWITCHOVER, 3.7",
			"debian-13-simple, 30, LEADER_POWEROFF, 39.5", "debian-13-simple, 30, POSTGRES_CRASH, 9.9",
			"debian-13-simple, 30, SWITCHOVER, 5.7" })
	void theMedianIsAtMostASecondOverTheLongestRunOfAHandBuiltCluster(String design, int ttl, Scenario scenario,
			double longest) {
		List<Double> medians = Measurements.bundled()
			.files()
			.values()
			.stream()
			.filter((evidence) -> evidence.asShipped() && evidence.shape().id().startsWith(design)
					&& evidence.shape().entry() == Entry.KEEPALIVED && evidence.timers().ttl() == ttl)
			.flatMap((evidence) -> evidence.drill(scenario).stream())
			.map(DrillSummary::medianOutage)
			.toList();
		assertThat(medians).isNotEmpty().allSatisfy((median) -> assertThat(median).isLessThanOrEqualTo(longest + 1));
	}

	@Test
	void whatIsExcusedIsRecordedAndHasAReason() {
		EXCUSED.forEach((key, reason) -> {
			Evidence evidence = Measurements.bundled().files().get(key.split(" ")[0]);
			assertThat(evidence.drills()).extracting(Evidence.Drill::scenario).contains(key.split(" ")[1]);
			assertThat(reason).isNotBlank();
		});
	}

	@Test
	void runsThatFitAreNotComplainedOf() throws IOException {
		assertThat(new EvidenceJudge(SIMPLE, fitting(UnaryOperator.identity()), Map.of()).complaints()).isEmpty();
	}

	@Test
	void aFixtureWithARunOutsideOfTheForecastIsRefused() throws IOException {
		String name = "out-of-band/debian-13-simple-3.json";
		Evidence fixture = Evidence.read(name, EvidenceTests.fixture(name));
		assertThat(new EvidenceJudge(SIMPLE, fixture, Map.of()).complaints())
			.anyMatch((complaint) -> complaint.startsWith("debian-13-simple-3.json leader_poweroff, run 2 of client "
					+ "transaction: the outage of 99.50 s is not within "));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			lost        | switchover, run 1: 1 acknowledged writes were lost, at most 0 may be
			writable    | switchover, run 1 of client pool: two leaders took writes for 0.1 s
			readonly    | switchover, run 1 of client pool: 4 writes met a read-only server
			holders     | switchover, run 1 of client pool: 2 hosts had the address at once
			broken      | switchover, run 1 of client pool: broke a promise that nobody excused: It was red.
			forecast    | switchover: recorded with
			median      | leader_poweroff: the median of
			untold      | patroni_kill: writes met a server that only reads, and nobody tells applications
			""")
	void whatDoesNotHoldIsNamed(String change, String complaint) throws IOException {
		Evidence evidence = fitting((drill) -> changed(drill, change));
		assertThat(new EvidenceJudge(SIMPLE, evidence, Map.of()).complaints()).isNotEmpty()
			.allMatch((said) -> said.startsWith(SIMPLE + " " + complaint));
	}

	@Test
	void otherTimersThanThoseOfThePlanAreNamed() throws IOException {
		Evidence fitting = fitting(UnaryOperator.identity());
		Evidence other = with(fitting, fitting.model(), new Timers(25, 5, 5, 0, true, 1, ""), fitting.drills());
		assertThat(new EvidenceJudge(SIMPLE, other, Map.of()).complaints()).singleElement()
			.asString()
			.contains("its options lead to debian-13-simple-3 with Timers[ttl=20");
	}

	@Test
	void whatOlderFormulasForecastIsHeldAgainstTheirOwnNumbersOnly() throws IOException {
		Evidence fitting = fitting((drill) -> changed(drill, "forecast"));
		Evidence older = with(fitting, "older", fitting.timers(), fitting.drills());
		assertThat(new EvidenceJudge(SIMPLE, older, Map.of()).complaints()).isEmpty();
	}

	@Test
	void brokenRunsAreExcusedByNameOnlyAndOnlyWhileTheyAreBroken() throws IOException {
		Evidence broken = fitting((drill) -> changed(drill, "broken"));
		Map<String, String> excused = Map.of(SIMPLE + " switchover", "Because.");
		assertThat(new EvidenceJudge(SIMPLE, broken, excused).complaints()).isEmpty();
		assertThat(new EvidenceJudge(SIMPLE, fitting(UnaryOperator.identity()), excused).complaints())
			.containsExactly(SIMPLE + " switchover is excused, but everything held there");
	}

	@Test
	void aPausedLeaderOfTheSimpleDesignMayTakeWritesBesideTheNewOne() throws IOException {
		Evidence evidence = fitting((drill) -> drill.scenario().equals("leader_vmpause")
				? with(drill, (run) -> run(run, run.outageSeconds(), 0, 0, 2, 0.8, List.of())) : drill);
		assertThat(new EvidenceJudge(SIMPLE, evidence, Map.of()).complaints()).isEmpty();
	}

	private static Evidence.Drill changed(Evidence.Drill drill, String change) {
		if (change.equals("median")) {
			return drill.scenario().equals("leader_poweroff")
					? with(drill, (run) -> run(run, drill.forecast().worst(), 0, 0, 1, 0, List.of())) : drill;
		}
		if (change.equals("untold") && drill.scenario().equals("patroni_kill")) {
			return with(drill, (run) -> run(run, run.outageSeconds(), 1, 0, 1, 0, List.of()));
		}
		if (!drill.scenario().equals("switchover")) {
			return drill;
		}
		if (change.equals("forecast")) {
			return new Evidence.Drill(drill.scenario(), new Evidence.Expected(0, 4, 51), drill.unbounded(), 0,
					drill.runs());
		}
		return with(drill, (run) -> (run.run() > 1 || !run.client().equals("pool")) ? run
				: run(run, run.outageSeconds(), change.equals("readonly") ? 4 : 0, change.equals("lost") ? 1 : 0,
						change.equals("holders") ? 2 : 1, change.equals("writable") ? 0.1 : 0,
						change.equals("broken") ? List.of("It was red.") : List.of()));
	}

	/** The invented file with every run exactly as expected today. */
	private static Evidence fitting(UnaryOperator<Evidence.Drill> change) throws IOException {
		Evidence evidence = Evidence.read(SIMPLE, EvidenceTests.fixture(SIMPLE));
		Advice advice = EvidenceJudge.BOOK.advise(Answers.of(EvidenceJudge.BOOK.questionnaire(), evidence.options()));
		ClusterPlan plan = Parts.plan(advice, Inventory.example(Shape.of(advice)));
		List<Evidence.Drill> drills = Forecasts.of(plan)
			.stream()
			.map((forecast) -> new Evidence.Drill(forecast.scenario().id(), Evidence.Expected.of(forecast),
					forecast.unbounded(), 0, expected(evidence, forecast)))
			.map(change)
			.toList();
		return with(evidence, Forecasts.MODEL, Timers.of(plan), drills);
	}

	private static List<Evidence.Run> expected(Evidence evidence, Forecast forecast) {
		return evidence.drill(Scenario.SWITCHOVER)
			.orElseThrow()
			.drill()
			.runs()
			.stream()
			.map((run) -> run(run, forecast.expected(), 0, 0, 1, 0, List.of()))
			.toList();
	}

	private static Evidence with(Evidence evidence, String model, Timers timers, List<Evidence.Drill> drills) {
		return new Evidence(evidence.platform(), evidence.design(), evidence.footprint(), evidence.entry(),
				evidence.placement(), evidence.options(), evidence.altered(), evidence.versions(), evidence.recorded(),
				model, evidence.bundleSha256(), timers, drills);
	}

	private static Evidence.Drill with(Evidence.Drill drill, UnaryOperator<Evidence.Run> change) {
		return new Evidence.Drill(drill.scenario(), drill.forecast(), drill.unbounded(), 0,
				drill.runs().stream().map(change).toList());
	}

	private static Evidence.Run run(Evidence.Run run, double outage, int readOnly, int lost, int holders,
			double writable, List<String> broken) {
		return new Evidence.Run(run.run(), run.client(), run.phaseSeconds(), Evidence.hundredths(outage), readOnly, 0,
				run.longestHangSeconds(), lost, holders, writable, run.rejoinedSeconds(), run.errors(),
				run.stallSeconds(), broken);
	}

}
