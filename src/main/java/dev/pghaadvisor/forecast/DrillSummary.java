package dev.pghaadvisor.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import dev.pghaadvisor.questionnaire.Named;

/**
 * The runs of a drill in a few numbers.
 *
 * @param drill what was recorded
 */
public record DrillSummary(Evidence.Drill drill) {

	/** What was drilled. */
	public Scenario scenario() {
		return Named.of(Scenario.class, this.drill.scenario());
	}

	/** How many runs there were, whatever the number of clients. */
	public int runs() {
		return (int) numbers((run) -> true);
	}

	/** In how many runs something did not hold that should have. */
	public int brokenRuns() {
		return (int) numbers((run) -> !run.broken().isEmpty());
	}

	/** What did not hold, each sentence once. */
	public List<String> broken() {
		return this.drill.runs().stream().flatMap((run) -> run.broken().stream()).distinct().toList();
	}

	/** The clients that took part. */
	public List<String> clients() {
		return this.drill.runs().stream().map(Evidence.Run::client).distinct().toList();
	}

	/** The outage of one client, such as {@code 21.0 s (20.8-22.4)}: median, extremes. */
	public String outage(String client) {
		Predicate<Evidence.Run> its = (run) -> run.client().equals(client);
		double median = median(its);
		String extremes = range(its);
		return seconds(median) + " s" + (extremes.equals(seconds(median)) ? "" : " (" + extremes + ")");
	}

	/** The shortest to the longest outage of the client that a forecast is about. */
	public String outageRange() {
		return range(Evidence.Run::forecast) + " s";
	}

	/** Over the runs of the client that a forecast is about. */
	public double medianOutage() {
		return median(Evidence.Run::forecast);
	}

	/** In the worst run of any client. */
	public int readOnlyErrors() {
		return (int) most(Evidence.Run::readOnlyErrors);
	}

	/** In the worst run of any client. */
	public double readOnlySeconds() {
		return most(Evidence.Run::readOnlySeconds);
	}

	/** In the worst run of any client. */
	public double longestHangSeconds() {
		return most(Evidence.Run::longestHangSeconds);
	}

	/** Of all runs together. */
	public int lostWrites() {
		return this.drill.runs().stream().mapToInt(Evidence.Run::lostWrites).sum();
	}

	/** In the worst run. */
	public int vipHoldersAtOnce() {
		return (int) most(Evidence.Run::vipHoldersAtOnce);
	}

	/** In the worst run. */
	public double twoWritableLeadersSeconds() {
		return most(Evidence.Run::twoWritableLeadersSeconds);
	}

	/** In the slowest run. */
	public double rejoinedSeconds() {
		return most(Evidence.Run::rejoinedSeconds);
	}

	/** Such as {@code 20.8-22.4 s (with a pool 22.9-23.6 s) in 5 runs}. */
	String words() {
		return outageRange() + pool() + (this.drill.unbounded() ? " after the repair" : "") + " in "
				+ count(runs(), "run");
	}

	/** Nothing if the pool took part in no run or fared the same. */
	private String pool() {
		String range = range((run) -> run.client().equals(Evidence.Run.POOL)) + " s";
		return (!clients().contains(Evidence.Run.POOL) || range.equals(outageRange())) ? ""
				: " (with a pool " + range + ")";
	}

	/** Empty if everything held. */
	String brokenWords() {
		return (brokenRuns() == 0) ? "" : ", " + brokenRuns() + " of " + count(runs(), "run") + " broke a promise: "
				+ String.join(" ", broken());
	}

	/** A number with its noun. */
	static String count(int number, String noun) {
		return number + " " + noun + ((number == 1) ? "" : "s");
	}

	static String seconds(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}

	private long numbers(Predicate<Evidence.Run> which) {
		return this.drill.runs().stream().filter(which).mapToInt(Evidence.Run::run).distinct().count();
	}

	private double most(ToDoubleFunction<Evidence.Run> value) {
		return this.drill.runs().stream().mapToDouble(value).max().orElse(0);
	}

	private String range(Predicate<Evidence.Run> which) {
		String shortest = seconds(outages(which).min().orElse(0));
		String longest = seconds(outages(which).max().orElse(0));
		return shortest.equals(longest) ? shortest : shortest + "-" + longest;
	}

	private double median(Predicate<Evidence.Run> which) {
		List<Double> sorted = new ArrayList<>();
		outages(which).sorted().forEach(sorted::add);
		int middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

	private DoubleStream outages(Predicate<Evidence.Run> which) {
		Stream<Evidence.Run> runs = this.drill.runs().stream();
		return runs.filter(which).mapToDouble(Evidence.Run::outageSeconds);
	}

}
