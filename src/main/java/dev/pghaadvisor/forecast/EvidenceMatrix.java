package dev.pghaadvisor.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.Footprint;
import dev.pghaadvisor.plan.Placement;
import dev.pghaadvisor.plan.Platform;
import dev.pghaadvisor.plan.Shape;

/**
 * Which scenario was drilled with which shape: every footprint on every platform, entered
 * by a virtual address, and what was drilled with another way in.
 *
 * @param shapes the columns in words
 * @param unrecorded shapes of which nothing at all is recorded, in words; no columns
 * @param rows one for each scenario
 */
public record EvidenceMatrix(List<String> shapes, List<String> unrecorded, List<Row> rows) {

	/** What rules spread over three sites. */
	private static final Set<Footprint> SPREAD = Set.of(Footprint.SIMPLE_3, Footprint.FULL_3, Footprint.FULL_8);

	public EvidenceMatrix {
		shapes = List.copyOf(shapes);
		unrecorded = List.copyOf(unrecorded);
		rows = List.copyOf(rows);
	}

	/** A scenario in words, and a cell for each shape. */
	public record Row(String scenario, List<Cell> cells) {

		public Row {
			cells = List.copyOf(cells);
		}

	}

	/**
	 * Whether one scenario was drilled with one shape.
	 *
	 * @param words runs, what broke, or that nothing is proven
	 * @param state {@code measured}, {@code broken}, {@code open} or {@code none}, where
	 * the design has no such part
	 * @param name of the {@link EvidenceTable} to look at; empty without any
	 */
	public record Cell(String words, String state, String name) {

	}

	/** The matrix of everything recorded. */
	public static EvidenceMatrix of(Measurements measurements) {
		List<Shape> all = drillable(measurements);
		List<Shape> shapes = all.stream().filter((shape) -> isRecorded(measurements, shape)).toList();
		List<Row> rows = new ArrayList<>();
		for (Scenario scenario : Scenario.values()) {
			rows.add(new Row(scenario.title(),
					shapes.stream().map((shape) -> cell(measurements, shape, scenario)).toList()));
		}
		return new EvidenceMatrix(titles(shapes),
				titles(all.stream().filter((shape) -> !shapes.contains(shape)).toList()), rows);
	}

	private static boolean isRecorded(Measurements measurements, Shape shape) {
		return measurements.files().values().stream().anyMatch((evidence) -> evidence.isAbout(shape));
	}

	private static List<String> titles(List<Shape> shapes) {
		return shapes.stream().map(EvidenceTable::title).toList();
	}

	private static List<Shape> drillable(Measurements measurements) {
		Stream<Shape> others = measurements.files()
			.values()
			.stream()
			.filter(Evidence::asShipped)
			.map(Evidence::shape)
			.filter((shape) -> shape.entry() != Entry.KEEPALIVED)
			.distinct();
		return Stream.concat(behindAnAddress(), others).toList();
	}

	private static Stream<Shape> behindAnAddress() {
		return Arrays.stream(Platform.values())
			.flatMap((platform) -> Arrays.stream(Placement.values())
				.flatMap((placement) -> Arrays.stream(Footprint.values())
					.filter((footprint) -> placement == Placement.TOGETHER || SPREAD.contains(footprint))
					.map((footprint) -> new Shape(footprint.design(), footprint, Entry.KEEPALIVED, platform,
							placement))));
	}

	private static Cell cell(Measurements measurements, Shape shape, Scenario scenario) {
		String name = "";
		int runs = 0;
		int broken = 0;
		Set<Timers> settings = new HashSet<>();
		for (Map.Entry<String, Evidence> file : measurements.files().entrySet()) {
			Evidence evidence = file.getValue();
			Optional<DrillSummary> drill = evidence.isAbout(shape) ? evidence.drill(scenario) : Optional.empty();
			if (drill.isPresent()) {
				name = name.isEmpty() ? EvidenceTable.of(file.getKey(), evidence).name() : name;
				runs += drill.get().runs();
				broken += drill.get().brokenRuns();
				settings.add(evidence.timers());
			}
		}
		if (runs == 0) {
			return scenario.concerns(shape) ? new Cell("not proven", "open", "")
					: new Cell("does not apply", "none", "");
		}
		String words = DrillSummary.count(runs, "run")
				+ ((settings.size() > 1) ? ", " + settings.size() + " settings" : "");
		return (broken == 0) ? new Cell(words, "measured", name)
				: new Cell(words + ", " + broken + " broke a promise", "broken", name);
	}

}
