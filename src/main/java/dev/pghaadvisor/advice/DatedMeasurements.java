package dev.pghaadvisor.advice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.pghaadvisor.forecast.DrillSummary;
import dev.pghaadvisor.forecast.Evidence;
import dev.pghaadvisor.forecast.Forecast;
import dev.pghaadvisor.forecast.Measurements;
import dev.pghaadvisor.forecast.Scenario;
import dev.pghaadvisor.forecast.Timers;
import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.questionnaire.InvalidAnswersException;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.RuleBook;

/**
 * What the lab recorded, and which of it belongs to the files that are made now.
 *
 * @param measurements everything that is recorded
 * @param current evidence whose files are made today exactly like that
 */
record DatedMeasurements(Measurements measurements, Set<Evidence> current) {

	static DatedMeasurements of(Measurements measurements, RuleBook book) {
		Set<Evidence> current = Collections.newSetFromMap(new IdentityHashMap<>());
		measurements.files().values().stream().filter((evidence) -> isCurrent(evidence, book)).forEach(current::add);
		return new DatedMeasurements(measurements, current);
	}

	/** Other rules may not even know the answers, or rule every design out. */
	private static boolean isCurrent(Evidence evidence, RuleBook book) {
		try {
			Advice advice = book.advise(Answers.of(book.questionnaire(), evidence.options()));
			return advice.design() != null && Parts.hostsSha256(Parts.plan(advice, Inventory.example(Shape.of(advice))))
				.equals(evidence.bundleSha256());
		}
		catch (InvalidAnswersException | IllegalArgumentException | IllegalStateException ex) {
			return false;
		}
	}

	boolean withEarlierFiles(Evidence evidence) {
		return !this.current.contains(evidence);
	}

	/**
	 * A design's forecasts with what was measured of exactly such a cluster beside them.
	 */
	Outlook outlook(Shape shape, Timers timers, List<Forecast> forecasts) {
		return new Outlook(shape, this.measurements.beside(forecasts, shape, timers, this::withEarlierFiles),
				sentences(shape, timers));
	}

	private List<String> sentences(Shape shape, Timers timers) {
		List<String> sentences = new ArrayList<>();
		this.measurements.of(shape, timers).forEach((file) -> add(sentences, file.getKey(), file.getValue()));
		return sentences;
	}

	private void add(List<String> sentences, String name, Evidence evidence) {
		List<DrillSummary> drills = evidence.drills().stream().map(DrillSummary::new).toList();
		sentences.add("Recorded on %s on %s%s: %s.".formatted(evidence.recorded(), evidence.shape().platform().title(),
				withEarlierFiles(evidence) ? ", " + Measurements.EARLIER_FILES : "", evidence.programs()));
		sentences.add(lost(drills));
		drills.stream().filter((drill) -> drill.scenario() == Scenario.SWITCHOVER).forEach((drill) -> {
			sentences.add((drill.readOnlyErrors() == 0) ? "At a planned switchover no write met a read-only server."
					: "At a planned switchover up to %d writes of a run met a read-only server, within %s s."
						.formatted(drill.readOnlyErrors(), drill.readOnlySeconds()));
		});
		drills.stream()
			.filter((drill) -> drill.scenario() == Scenario.LEADER_VMPAUSE)
			.map(DatedMeasurements::afterPause)
			.filter((sentence) -> !sentence.isEmpty())
			.forEach(sentences::add);
		sentences.add(
				"Every run is on the page “Evidence” and in docs/evidence/%s; docs/lab.md says how to repeat it with -Dlab.record."
					.formatted(name));
	}

	private static String lost(List<DrillSummary> drills) {
		int runs = drills.stream().mapToInt(DrillSummary::runs).sum();
		int lost = drills.stream().mapToInt(DrillSummary::lostWrites).sum();
		if (lost == 0) {
			return "No acknowledged write was lost in any of %d runs.".formatted(runs);
		}
		return "%d acknowledged writes were lost in %d runs: %s.".formatted(lost, runs,
				drills.stream()
					.filter((drill) -> drill.lostWrites() > 0)
					.map((drill) -> drill.lostWrites() + " in “" + drill.scenario().title() + "”")
					.collect(Collectors.joining(", ")));
	}

	/** Nothing fences a paused machine without a watchdog, and that has a price. */
	private static String afterPause(DrillSummary drill) {
		if (drill.twoWritableLeadersSeconds() == 0 && drill.lostWrites() == 0) {
			return "";
		}
		return "A leader whose virtual machine was paused came back without a watchdog to stop it: two servers took "
				+ "writes for up to %s s, and %s.".formatted(drill.twoWritableLeadersSeconds(),
						(drill.lostWrites() == 0) ? "no acknowledged write was lost"
								: drill.lostWrites() + " acknowledged writes were lost in " + drill.runs() + " runs");
	}

}
