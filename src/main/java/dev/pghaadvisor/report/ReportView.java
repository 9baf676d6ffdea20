package dev.pghaadvisor.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.pghaadvisor.forecast.Forecasts;
import dev.pghaadvisor.rules.RuleSource;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All that a report says, frozen: stored as JSON, so that the text of an old report does
 * not change when rules or templates do.
 *
 * @param schema version of this shape
 * @param design simple or full; null if blocked
 * @param headline the recommendation in a few words
 * @param summary what it means, in a few sentences
 * @param cluster the cluster's name; empty if blocked
 * @param answers every question with its answer
 * @param reasons rules that decided, with the answers that fired them
 * @param nearMisses rules that one more answer would have fired
 * @param changes the smallest changes of answers that change the recommendation
 * @param warnings risks that remain, the gravest first
 * @param blockers why no design fits; empty unless blocked
 * @param sides both designs for these answers, the recommended one first
 * @param sizes every size that the answers allow, from the smallest up; schema 1 and 2
 * knew nothing of them
 * @param rebuild how long one copy is missing after a lost host; empty if blocked, and
 * schema 1 and 2 did not say it
 * @param machines bill of machines
 * @param ports port matrix
 * @param settings what is configured and why
 * @param availability the year's budget
 * @param steps what to do next
 * @param missing why no files are offered; empty if they are
 * @param topology SVG of the cluster; empty if blocked
 * @param rulesVersion hash of the rule files
 * @param generatorVersion version of this program
 */
public record ReportView(int schema, @Nullable String design, String headline, String summary, String cluster,
		List<GivenAnswer> answers, List<Reason> reasons, List<AlmostFired> nearMisses, List<Change> changes,
		List<Notice> warnings, List<Notice> blockers, List<Side> sides, @Nullable List<Size> sizes,
		@Nullable String rebuild, List<Machine> machines, List<Port> ports, List<Chosen> settings,
		@Nullable Budget availability, List<String> steps, List<String> missing, String topology, String rulesVersion,
		String generatorVersion) {

	/** The version of the shape written today. */
	static final int SCHEMA = 3;

	public ReportView {
		answers = List.copyOf(answers);
		reasons = List.copyOf(reasons);
		nearMisses = List.copyOf(nearMisses);
		changes = List.copyOf(changes);
		warnings = List.copyOf(warnings);
		blockers = List.copyOf(blockers);
		sides = List.copyOf(sides);
		sizes = (sizes != null) ? List.copyOf(sizes) : List.of();
		rebuild = (rebuild != null) ? rebuild : "";
		machines = List.copyOf(machines);
		ports = List.copyOf(ports);
		settings = List.copyOf(settings);
		steps = List.copyOf(steps);
		missing = List.copyOf(missing);
	}

	/** A question with its answer; source is given, default or assumed. */
	public record GivenAnswer(String id, String question, String option, String answer, String meaning, String source) {

	}

	/** A rule that fired; answers are question and option in words. */
	public record Reason(String rule, String effect, String because, List<String> answers, List<RuleSource> sources) {

	}

	/** A rule that did not fire and what it lacked. */
	public record AlmostFired(String rule, String because, List<String> missing) {

	}

	/**
	 * Answers to change, in words and as a query string's values, and what follows.
	 *
	 * @param near whether it is one circumstance, or one demand by one step
	 */
	public record Change(List<String> words, Map<String, String> answers, String outcome, @Nullable Boolean near) {

		/** Earlier reports made no difference. */
		public Change {
			near = (near != null) ? near : Boolean.TRUE;
		}

		/** The answers as a query string; no id needs escaping there. */
		public String query() {
			return new TreeMap<>(this.answers).entrySet()
				.stream()
				.map((answer) -> answer.getKey() + "=" + answer.getValue())
				.collect(Collectors.joining("&"));
		}

	}

	/**
	 * Something to know before building it.
	 *
	 * @param missed whether something that was asked for is not kept
	 */
	public record Notice(String rule, String message, String because, String change, List<RuleSource> sources,
			@Nullable Boolean missed) {

		/** Earlier reports made no difference. */
		public Notice {
			missed = (missed != null) ? missed : Boolean.FALSE;
		}

	}

	/** One design for these answers; schema 1 knew nothing of measurements. */
	public record Side(String design, String title, boolean recommended, int hosts, List<String> parts,
			String vipHolder, List<String> survives, List<String> doesNotSurvive, List<String> gains,
			List<Outage> forecasts, @Nullable List<String> measured) {

		public Side {
			measured = (measured != null) ? List.copyOf(measured) : List.of();
		}

		/** Whom the forecasts are about. */
		public String whose() {
			return Forecasts.WHOSE;
		}

	}

	/** A forecast outage in seconds; the API's description calls it by its first name. */
	@Schema(name = "Span")
	public record Outage(String scenario, String title, double best, double expected, double worst, boolean unbounded,
			String clientSees, String how, String evidence, @Nullable String recording) {

		/** Earlier reports name no recording. */
		public Outage {
			recording = (recording != null) ? recording : "";
		}

	}

	/**
	 * A size that the answers allow; the numbers in words.
	 *
	 * @param more what it buys over the size before; empty for the smallest
	 */
	public record Size(String name, boolean recommended, int hosts, int services, String outage, String loss,
			String availability, List<String> survives, String more) {

		public Size {
			survives = List.copyOf(survives);
		}

	}

	/** A host to provide. */
	public record Machine(String name, String address, List<String> roles, @Nullable String site) {

		/** Earlier reports name no site, and most clusters stand in one. */
		public Machine {
			site = (site != null) ? site : "";
		}

	}

	/** A flow that the firewall lets through. */
	public record Port(String from, String to, String port, String purpose) {

	}

	/** A setting with the reason for its value. */
	public record Chosen(String name, String value, String because) {

	}

	/** Seconds of outage a year, allowed and assumed. */
	public record Budget(String target, double allowedSeconds, double machineSeconds, double peopleSeconds,
			String percent, boolean fits, List<Assumed> terms) {

		/** What is allowed, in words. */
		public String allowed() {
			return (this.allowedSeconds > 0) ? minutes(this.allowedSeconds) : "no limit: best effort promises nothing";
		}

		/** What the cluster's own failovers use. */
		public String machines() {
			return minutes(this.machineSeconds);
		}

		/** What people's repairs use. */
		public String people() {
			return minutes(this.peopleSeconds);
		}

		/** Whether it is enough, and which of the two decides. */
		public String verdict() {
			double left = this.allowedSeconds - this.machineSeconds - this.peopleSeconds;
			String all = "Together about " + this.percent + " %";
			if (this.allowedSeconds == 0) {
				return all + ".";
			}
			if (this.fits) {
				return all + ": within what is allowed, with " + minutes(left) + " left.";
			}
			return all + ": " + minutes(-left) + " more than is allowed; "
					+ ((this.peopleSeconds > this.machineSeconds) ? "what people repair decides, not the failover."
							: "the failovers alone decide, so fewer or shorter ones are needed.");
		}

	}

	/** One assumption of the budget. */
	public record Assumed(String event, double perYear, double seconds, boolean people) {

		/** How often, without needless digits. */
		public String times() {
			return plain(this.perYear);
		}

		/** How long each time; people's work in minutes. */
		public String each() {
			return this.people ? plain(this.seconds / 60) + " min" : String.format(Locale.ROOT, "%.1f s", this.seconds);
		}

		/** How long in a year. */
		public String inYear() {
			return minutes(this.perYear * this.seconds);
		}

	}

	private static String minutes(double seconds) {
		return String.format(Locale.ROOT, "%.1f min", seconds / 60);
	}

	private static String plain(double number) {
		return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
	}

}
