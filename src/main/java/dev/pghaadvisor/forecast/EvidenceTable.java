package dev.pghaadvisor.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.Placement;
import dev.pghaadvisor.plan.Shape;

/**
 * One file of evidence in words, for pages.
 *
 * @param name the file's name without its ending
 * @param title what was drilled
 * @param facts what it was made from and what ran, name and value
 * @param rows one for each scenario
 */
public record EvidenceTable(String name, String title, List<Fact> facts, List<Row> rows) {

	/** The columns after the scenario, in the order of {@link Row#cells}. */
	public static final List<String> COLUMNS = List.of("Forecast: best / expected / worst", "Runs",
			"Outage: median (shortest-longest)", "Read-only errors", "Longest hang", "Lost writes",
			"Address holders at once", "Two writable leaders", "All members back");

	/** What the words in the tables mean. */
	public static final List<Fact> LEGEND = List.of(
			new Fact("transaction", "an application that connects anew for each transaction; forecasts are about it"),
			new Fact("pool",
					"one with a HikariCP pool, which waits longer after each connection that fails and may need up to "
							+ "5 s more"),
			new Fact("reader", "one that reads through the read port, where there is one"),
			new Fact("Outage", "the longest time between two successes"),
			new Fact("Read-only errors",
					"how often a server refused to write (25006), at most in a run, and for how long"),
			new Fact("Longest hang", "the longest wait for an answer of any kind"),
			new Fact("Lost writes", "acknowledged and missing afterwards, in all runs together"),
			new Fact("Address holders at once",
					"hosts with the virtual address at the same moment, at most; a second one does no harm while the "
							+ "first is cut off, paused, or without its Keepalived, nor in the full design, whose HAProxy leads to the leader from either"),
			new Fact("Two writable leaders", "for how long two servers took writes through the way in"),
			new Fact("All members back", "from the repair until every member was healthy again, at most"));

	public EvidenceTable {
		facts = List.copyOf(facts);
		rows = List.copyOf(rows);
	}

	/** A name and its value. */
	public record Fact(String name, String value) {

	}

	/**
	 * What one drill showed.
	 *
	 * @param scenario in words
	 * @param cells as {@link EvidenceTable#COLUMNS}, each with one line or more
	 * @param brokenRuns in words; empty if everything held
	 * @param broken what did not hold
	 */
	public record Row(String scenario, List<List<String>> cells, String brokenRuns, List<String> broken) {

		public Row {
			cells = List.copyOf(cells);
			broken = List.copyOf(broken);
		}

	}

	/** The words for a file. */
	public static EvidenceTable of(String file, Evidence evidence) {
		return new EvidenceTable(name(file),
				title(evidence.shape()) + ", " + evidence.timers().words()
						+ (evidence.asShipped() ? "" : ", with changed files: " + beginning(evidence.altered())),
				facts(file, evidence),
				evidence.drills().stream().map(DrillSummary::new).map(EvidenceTable::row).toList());
	}

	/** What several recordings of the same shape differ in. */
	private static String beginning(String altered) {
		return altered.split("[,.:] |[.]$", 2)[0];
	}

	/**
	 * A platform, a footprint, where the hosts stand and, without a virtual address, the
	 * way in, in a few words.
	 */
	static String title(Shape shape) {
		return shape.footprint().id() + " on " + shape.platform().title()
				+ ((shape.placement() == Placement.THREE_SITES) ? ", three sites" : "")
				+ ((shape.entry() == Entry.KEEPALIVED) ? ""
						: ", way in: " + shape.entry().title() + (shape.entry().balanced() ? ", played" : ""));
	}

	private static List<Fact> facts(String file, Evidence evidence) {
		Timers timers = evidence.timers();
		List<Fact> facts = new ArrayList<>();
		facts.add(new Fact("Answers other than the defaults",
				evidence.options().isEmpty() ? "none"
						: evidence.options()
							.entrySet()
							.stream()
							.map((option) -> option.getKey() + " " + option.getValue())
							.collect(Collectors.joining(", "))));
		if (!evidence.asShipped()) {
			facts.add(new Fact("Changed by hand, to show what happens then", evidence.altered()));
		}
		facts.add(new Fact("Timers", "ttl %d s, loop_wait %d s, retry_timeout %d s, primary_start_timeout %d s"
			.formatted(timers.ttl(), timers.loopWait(), timers.retryTimeout(), timers.primaryStartTimeout())));
		facts.add(new Fact("Commits", !timers.synchronousMode() ? "wait for no standby"
				: "wait for " + DrillSummary.count(timers.synchronousNodeCount(), "standby").replace("ys", "ies")));
		if (timers.played()) {
			facts.add(new Fact("Way in", "an HAProxy on a host of its own that plays " + timers.probes()
					+ "; the balancer itself is not proven"));
		}
		facts.add(new Fact("Programs", evidence.programs()));
		facts.add(new Fact("Recorded", evidence.recorded() + ", forecast by version " + evidence.model()
				+ " of the formulas"
				+ (evidence.model().equals(Forecasts.MODEL) ? "" : ", today's are version " + Forecasts.MODEL)));
		facts.add(new Fact("Every run", "docs/evidence/" + file));
		return facts;
	}

	private static Row row(DrillSummary drill) {
		Evidence.Expected forecast = drill.drill().forecast();
		String runs = String.valueOf(drill.runs());
		int repeated = drill.drill().repeatedForStalls();
		return new Row(drill.scenario().title(),
				List.of(List.of("%.1f / %.1f / %.1f s".formatted(forecast.best(), forecast.expected(), forecast.worst())
						+ (drill.drill().unbounded() ? " after the repair" : "")),
						(repeated == 0) ? List.of(runs) : List.of(runs, repeated + " repeated"),
						drill.clients().stream().map((client) -> client + " " + drill.outage(client)).toList(),
						List.of((drill.readOnlyErrors() == 0) ? "0"
								: drill.readOnlyErrors() + " within " + seconds(drill.readOnlySeconds())),
						List.of(seconds(drill.longestHangSeconds())), List.of(String.valueOf(drill.lostWrites())),
						List.of(String.valueOf(drill.vipHoldersAtOnce())),
						List.of(seconds(drill.twoWritableLeadersSeconds())), List.of(seconds(drill.rejoinedSeconds()))),
				(drill.brokenRuns() == 0) ? ""
						: drill.brokenRuns() + " of " + DrillSummary.count(drill.runs(), "run") + " broke a promise",
				drill.broken());
	}

	private static String seconds(double value) {
		return String.format(Locale.ROOT, "%.1f s", value);
	}

	/** The name of the table of a file, which is its address on the page as well. */
	static String name(String file) {
		return file.replaceFirst("\\.json$", "");
	}

}
