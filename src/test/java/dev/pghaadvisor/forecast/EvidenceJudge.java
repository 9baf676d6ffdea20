package dev.pghaadvisor.forecast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.pghaadvisor.bundle.Persona;
import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.questionnaire.Named;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.Design;
import dev.pghaadvisor.rules.RuleBook;

/**
 * Holds recorded evidence against what is forecast and promised today.
 *
 * @param name of the file
 * @param evidence what it holds
 * @param excused reason by file and scenario, such as
 * {@code debian-13-simple-3.json leader_vmpause}: there runs that are marked as broken
 * and times outside of the forecast are taken as they are
 */
record EvidenceJudge(String name, Evidence evidence, Map<String, String> excused) {

	/** Read once: that takes longer than to judge. */
	static final RuleBook BOOK = RuleBook.bundled();

	/** Clients try again after 0.2 s, and clocks of several hosts are compared. */
	private static final double RESOLUTION = 0.5;

	private static final double MEDIAN_SECONDS = 2;

	private static final double MEDIAN_PART = 0.25;

	private static final int ENOUGH_RUNS = 3;

	/** What the lab's clients write together. */
	private static final int WRITES_PER_SECOND = 40;

	/**
	 * A host that is cut off or paused may still hold its address, and so does one whose
	 * keepalived was killed until it runs again. Adverts that get lost make a second
	 * holder where more than the leader may have the address: in the full design, whose
	 * HAProxy leads to the leader from either.
	 */
	private static final Set<Scenario> UNREACHABLE_HOLDER = Set.of(Scenario.LEADER_VMPAUSE, Scenario.LEADER_PEERCUT,
			Scenario.LEADER_NETSPLIT, Scenario.SITE_CUT, Scenario.KEEPALIVED_KILL, Scenario.ETCD_LEADER_PAUSE);

	/** Everything that does not fit, one sentence each. */
	List<String> complaints() {
		List<String> complaints = new ArrayList<>();
		ClusterPlan plan = plan();
		if (!this.evidence.isOf(plan.shape(), Timers.of(plan)) && this.evidence.asShipped()) {
			complaints
				.add(this.name + ": its options lead to " + plan.shape().id() + " with " + Timers.of(plan) + " today");
		}
		if (this.evidence.asShipped()) {
			this.evidence.drills().forEach((drill) -> judge(drill, plan, complaints));
		}
		return complaints;
	}

	/** More answers may be needed today to get the shape that these led to then. */
	private ClusterPlan plan() {
		Map<String, String> answers = new HashMap<>(Persona.of(this.evidence.shape().id()).answers());
		answers.keySet().removeAll(List.of("rto", "rpo"));
		answers.putAll(this.evidence.options());
		Advice advice = BOOK.advise(Answers.of(BOOK.questionnaire(), answers));
		return Parts.plan(advice, Inventory.example(Shape.of(advice)));
	}

	private String key(Evidence.Drill drill) {
		return this.name + " " + drill.scenario();
	}

	private void judge(Evidence.Drill drill, ClusterPlan plan, List<String> complaints) {
		boolean known = this.excused.containsKey(key(drill));
		List<String> excusable = new ArrayList<>();
		drill.runs().stream().filter((run) -> !run.broken().isEmpty()).forEach((run) -> {
			excusable.add(at(drill, run) + "broke a promise that nobody excused: " + String.join(" ", run.broken()));
		});
		forecast(drill, excusable);
		if (!known) {
			complaints.addAll(excusable);
		}
		else if (excusable.isEmpty()) {
			complaints.add(key(drill) + " is excused, but everything held there");
		}
		List<Evidence.Run> runs = drill.runs().stream().filter((run) -> !known || run.broken().isEmpty()).toList();
		runs.forEach((run) -> promises(drill, run, plan, complaints));
		told(drill, runs, plan, complaints);
		losses(drill, runs, plan, complaints);
		if (this.evidence.model().equals(Forecasts.MODEL)) {
			sameForecast(drill, plan, complaints);
		}
	}

	/**
	 * What was forecast when it was recorded is what it is held against, for ever. The
	 * median of what packets lost by chance do is chance as well.
	 */
	private void forecast(Evidence.Drill drill, List<String> complaints) {
		Evidence.Expected forecast = drill.forecast();
		double least = forecast.best() - RESOLUTION;
		for (Evidence.Run run : drill.runs().stream().filter(Evidence.Run::writes).toList()) {
			double most = forecast.worst() + RESOLUTION + (run.forecast() ? 0 : Forecasts.POOL_BACK_OFF);
			if (run.outageSeconds() < least || run.outageSeconds() > most) {
				complaints.add(at(drill, run) + number("the outage of %.2f s is not within %.1f to %.1f s",
						run.outageSeconds(), least, most));
			}
		}
		DrillSummary summary = new DrillSummary(drill);
		double band = Math.max(MEDIAN_SECONDS, MEDIAN_PART * forecast.expected());
		if (summary.runs() >= ENOUGH_RUNS && summary.scenario() != Scenario.LEADER_LOSSY
				&& Math.abs(summary.medianOutage() - forecast.expected()) > band) {
			complaints.add(key(drill) + number(": the median of %.2f s is more than %.1f s from %.1f s expected",
					summary.medianOutage(), band, forecast.expected()));
		}
	}

	/** The same formulas say the same today. */
	private void sameForecast(Evidence.Drill drill, ClusterPlan plan, List<String> complaints) {
		Forecast today = today(drill, plan);
		if (!Evidence.Expected.of(today).equals(drill.forecast()) || today.unbounded() != drill.unbounded()) {
			complaints.add("%s: recorded with %s, unbounded %s, but formulas %s say %s, unbounded %s".formatted(
					key(drill), drill.forecast(), drill.unbounded(), Forecasts.MODEL, Evidence.Expected.of(today),
					today.unbounded()));
		}
	}

	/** Applications are told of every error that they have to expect. */
	private void told(Evidence.Drill drill, List<Evidence.Run> runs, ClusterPlan plan, List<String> complaints) {
		if (runs.stream().anyMatch((run) -> run.writes() && run.readOnlyErrors() > 0)
				&& !today(drill, plan).clientSees().contains("25006")
				&& Named.of(Scenario.class, drill.scenario()) != Scenario.SWITCHOVER) {
			complaints.add(key(drill) + ": writes met a server that only reads, and nobody tells applications");
		}
	}

	private Forecast today(Evidence.Drill drill, ClusterPlan plan) {
		return Forecasts.of(plan)
			.stream()
			.filter((forecast) -> forecast.scenario().id().equals(drill.scenario()))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(key(drill) + " is not forecast for this design"));
	}

	private void promises(Evidence.Drill drill, Evidence.Run run, ClusterPlan plan, List<String> complaints) {
		Scenario scenario = Named.of(Scenario.class, drill.scenario());
		if (run.twoWritableLeadersSeconds() > 0
				&& !(scenario == Scenario.LEADER_VMPAUSE && plan.shape().design() == Design.SIMPLE)) {
			complaints.add(at(drill, run) + "two leaders took writes for " + run.twoWritableLeadersSeconds() + " s");
		}
		if (scenario == Scenario.SWITCHOVER && run.readOnlyErrors() > 0) {
			complaints.add(at(drill, run) + run.readOnlyErrors() + " writes met a read-only server");
		}
		boolean lossy = scenario == Scenario.LEADER_LOSSY && plan.shape().design() == Design.FULL;
		if (run.vipHoldersAtOnce() > 1 && !lossy && !UNREACHABLE_HOLDER.contains(scenario)) {
			complaints.add(at(drill, run) + run.vipHoldersAtOnce() + " hosts had the address at once");
		}
	}

	/** All clients of a run together. */
	private void losses(Evidence.Drill drill, List<Evidence.Run> runs, ClusterPlan plan, List<String> complaints) {
		double most = DataLoss.of(plan).seconds() * WRITES_PER_SECOND;
		runs.stream()
			.collect(Collectors.groupingBy(Evidence.Run::run, TreeMap::new,
					Collectors.summingInt(Evidence.Run::lostWrites)))
			.forEach((run, lost) -> {
				if (lost > most) {
					complaints.add(key(drill) + ", run " + run + ": " + lost
							+ " acknowledged writes were lost, at most " + (long) most + " may be");
				}
			});
	}

	private String at(Evidence.Drill drill, Evidence.Run run) {
		return key(drill) + ", run " + run.run() + " of client " + run.client() + ": ";
	}

	private static String number(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

	/** The shapes that evidence covers, such as {@code debian-13-simple-3}. */
	static Set<String> shapes(Measurements measurements) {
		return measurements.files()
			.values()
			.stream()
			.map((evidence) -> evidence.shape().id())
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
