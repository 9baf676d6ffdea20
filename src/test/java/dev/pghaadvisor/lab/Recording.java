package dev.pghaadvisor.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import dev.pghaadvisor.forecast.Forecast;
import dev.pghaadvisor.forecast.Forecasts;
import dev.pghaadvisor.forecast.Scenario;

/**
 * Drills on one cluster, one run of each before the second of any, so that what a run
 * leaves behind has passed when its like comes again.
 */
final class Recording {

	/**
	 * After a partition the members' connections wait up to this long for a
	 * retransmission; another one meanwhile would be a different failure.
	 */
	private static final double QUIET = 60;

	/** A run in which the lab's own machine stood still for longer shows nothing. */
	private static final double LONGEST_STALL = 1;

	private static final int MOST_REPETITIONS = 2;

	private final Stage stage;

	private final Map<String, List<DrillRun>> runs = new LinkedHashMap<>();

	private final Map<String, Integer> repeated = new LinkedHashMap<>();

	private double cut;

	Recording(Stage stage) {
		this.stage = stage;
	}

	/**
	 * A drill for every scenario that a plan has a forecast for. Those that wait for
	 * another to have passed are kept apart.
	 */
	static List<Drill> drills(List<Forecast> forecasts) {
		List<Drill> drills = new ArrayList<>(
				forecasts.stream().map((forecast) -> Drill.of(forecast.scenario())).toList());
		Drill second = drills.stream().filter(Recording::cuts).reduce((first, last) -> last).orElseThrow();
		drills.remove(second);
		drills.add(second);
		return drills;
	}

	/**
	 * Runs the drills, as often as each asks for.
	 * @param done is called after every run
	 */
	void play(List<Drill> drills, Consumer<Recording> done) {
		play(drills, 1, done);
	}

	/** The same from a later run on. */
	void play(List<Drill> drills, int first, Consumer<Recording> done) {
		int rounds = drills.stream().mapToInt(Drill::runs).max().orElse(0);
		for (int round = first; round <= rounds; round++) {
			for (Drill drill : drills) {
				if (round <= drill.runs()) {
					play(drill, round);
					done.accept(this);
				}
			}
		}
	}

	private void play(Drill drill, int round) {
		boolean cuts = cuts(drill);
		if (cuts) {
			Stage.pause(this.cut + QUIET - System.currentTimeMillis() / 1000.0);
		}
		DrillRun run = run(drill, round);
		for (int again = 0; again < MOST_REPETITIONS && run.observation().stall() > LONGEST_STALL; again++) {
			print(drill, run, " (the lab stood still: again)");
			this.repeated.merge(drill.name(), 1, Integer::sum);
			run = run(drill, round);
		}
		if (cuts) {
			this.cut = System.currentTimeMillis() / 1000.0;
		}
		print(drill, run, "");
		this.runs.computeIfAbsent(drill.name(), (name) -> new ArrayList<>()).add(run);
	}

	private DrillRun run(Drill drill, int number) {
		return Work.TIMED.during(() -> DrillRun.of(this.stage, drill, number));
	}

	private static boolean cuts(Drill drill) {
		return drill.steps()
			.stream()
			.anyMatch((step) -> step instanceof Step.Act act
					&& (act.action() == Action.CUT || act.action() == Action.CUT_FROM_PEERS));
	}

	Map<String, List<DrillRun>> runs() {
		return this.runs;
	}

	int repeated(Scenario scenario) {
		return this.repeated.getOrDefault(scenario.id(), 0);
	}

	private void print(Drill drill, DrillRun run, String more) {
		Optional<Forecast> forecast = Forecasts.of(this.stage.plan())
			.stream()
			.filter((each) -> each.scenario().id().equals(drill.name()))
			.findFirst();
		String expected = forecast
			.map((each) -> String.format(Locale.ROOT, " (%.1f-%.1f-%.1f)", each.best(), each.expected(), each.worst()))
			.orElse("");
		Observation seen = run.observation();
		StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%s %s %d%s phase %.1f:",
				this.stage.plan().shape().id(), drill.name(), run.number(), expected, run.phase()));
		for (String client : List.of("pool", "transaction", "reader")) {
			if (seen.has(client)) {
				line.append(String.format(Locale.ROOT, " %s %.1f s %s lost %d hang %.1f,", client,
						run.outage(client, forecast.filter(Forecast::unbounded).isPresent()), seen.errors(client),
						Applications.READER.equals(client) ? 0 : seen.lost(client), seen.longestHang(client)));
			}
		}
		line.append(String.format(Locale.ROOT,
				" holders %d, off leader %.1f, two writable %.2f, rejoined %.1f, stall %.1f %s%s",
				seen.addressHolders(), seen.addressOffLeader(), seen.twoWritable(), run.rejoined(), seen.stall(),
				run.broken(), more));
		System.out.println(line);
	}

}
