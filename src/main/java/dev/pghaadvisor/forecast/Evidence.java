package dev.pghaadvisor.forecast;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.Footprint;
import dev.pghaadvisor.plan.Placement;
import dev.pghaadvisor.plan.Platform;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Named;
import dev.pghaadvisor.rules.Design;

/**
 * What the lab measured of one cluster: a file of {@code docs/evidence}, which the lab
 * alone writes. All times are seconds with at most two decimals.
 *
 * @param platform whose packages ran
 * @param design simple or full
 * @param footprint how the roles were spread
 * @param entry how clients found their way in
 * @param placement where the hosts stood
 * @param options every answer that was not the default, so that the plan can be made
 * again with the example inventory
 * @param altered what was changed by hand in the bundle's files before they were
 * installed, to show what happens then; empty if nothing was, and only then anything is
 * proven
 * @param versions Debian's package version of each program that ran
 * @param recorded the day
 * @param model the {@linkplain Forecasts#MODEL version of the formulas} that forecast
 * @param bundleSha256 of the files that landed on hosts
 * @param timers what the cluster ran with
 * @param drills one for each scenario that was rehearsed
 */
public record Evidence(String platform, String design, String footprint, String entry, String placement,
		Map<String, String> options, String altered, Map<String, String> versions, LocalDate recorded, String model,
		String bundleSha256, Timers timers, List<Drill> drills) {

	/** The programs that have a version, in the order in which they are named. */
	private static final List<String> PROGRAMS = List.of("postgresql", "patroni", "etcd", "haproxy", "keepalived");

	/**
	 * @throws IllegalArgumentException if a value is none, or values contradict each
	 * other
	 */
	public Evidence {
		shape(platform, design, footprint, entry, placement);
		options = Collections.unmodifiableMap(new TreeMap<>(options));
		versions = ordered(versions);
		require(!model.isBlank(), "the model has no name");
		require(bundleSha256.matches("[0-9a-f]{64}"), "\"" + bundleSha256 + "\" is not a SHA-256");
		drills = List.copyOf(drills);
		Set<String> scenarios = new HashSet<>();
		for (Drill drill : drills) {
			require(scenarios.add(drill.scenario()), drill.scenario() + " is there twice");
		}
		require(!drills.isEmpty(), "there is no drill");
		require(timers.played() == shape(platform, design, footprint, entry, placement).entry().balanced(),
				"the entry " + entry + " and the balancer \"" + timers.probes() + "\" contradict each other");
	}

	private static Shape shape(String platform, String design, String footprint, String entry, String placement) {
		return new Shape(Named.of(Design.class, design), Named.of(Footprint.class, footprint),
				Named.of(Entry.class, entry), Named.of(Platform.class, platform), Named.of(Placement.class, placement));
	}

	private static Map<String, String> ordered(Map<String, String> versions) {
		Map<String, String> ordered = new LinkedHashMap<>();
		for (String program : PROGRAMS) {
			String version = versions.get(program);
			if (version != null) {
				require(!version.isBlank(), program + " has an empty version");
				ordered.put(program, version);
			}
		}
		require(ordered.size() == versions.size(),
				"there are versions of " + versions.keySet() + ", not only of " + PROGRAMS);
		require(ordered.keySet().containsAll(PROGRAMS.subList(0, 3)), "a version is missing: " + ordered.keySet());
		return Collections.unmodifiableMap(ordered);
	}

	private static void require(boolean condition, String problem) {
		if (!condition) {
			throw new IllegalArgumentException(problem);
		}
	}

	private static void seconds(String name, double value) {
		require(value >= 0 && value == hundredths(value),
				name + " " + value + " is not a number of seconds with at most two decimals");
	}

	/** The words for the programs that ran, with their versions. */
	public String programs() {
		return this.versions.entrySet()
			.stream()
			.map((version) -> title(version.getKey()) + " " + version.getValue())
			.collect(Collectors.joining(", "));
	}

	private static String title(String program) {
		return switch (program) {
			case "postgresql" -> "PostgreSQL";
			case "patroni" -> "Patroni";
			case "haproxy" -> "HAProxy";
			case "keepalived" -> "Keepalived";
			default -> program;
		};
	}

	/** Rounds a time to the two decimals that a file may have. */
	public static double hundredths(double seconds) {
		return Math.rint(seconds * 100) / 100;
	}

	/**
	 * Reads a file.
	 * @param name the file's name, for error messages
	 * @throws IllegalArgumentException naming the file, if anything in it is not as
	 * described here
	 */
	public static Evidence read(String name, String json) {
		return EvidenceJson.read(name, json);
	}

	/** The file's text: equal evidence, equal text. */
	public String toJson() {
		return EvidenceJson.write(this);
	}

	/** What was drilled. */
	public Shape shape() {
		return shape(this.platform, this.design, this.footprint, this.entry, this.placement);
	}

	/** Whether such a cluster was drilled, with whatever timers. */
	boolean isAbout(Shape shape) {
		return asShipped() && shape().equals(shape);
	}

	/** Whether nothing was changed by hand. */
	public boolean asShipped() {
		return this.altered.isEmpty();
	}

	/** Whether exactly such a cluster was drilled, down to its timers. */
	public boolean isOf(Shape shape, Timers timers) {
		return isAbout(shape) && this.timers.equals(timers);
	}

	/** The rehearsals of a scenario: one or none. */
	Optional<DrillSummary> drill(Scenario scenario) {
		return this.drills.stream()
			.filter((drill) -> drill.scenario().equals(scenario.id()))
			.findFirst()
			.map(DrillSummary::new);
	}

	/**
	 * One scenario, rehearsed several times.
	 *
	 * @param scenario the {@linkplain Scenario#id() id}
	 * @param forecast what was forecast
	 * @param unbounded whether the outage lasts until people act; then times are those
	 * from the repair on
	 * @param repeatedForStalls how many runs were thrown away because the lab's own
	 * machine stood still for more than a second
	 * @param runs one for each run and client
	 */
	public record Drill(String scenario, Expected forecast, boolean unbounded, int repeatedForStalls, List<Run> runs) {

		/**
		 * @throws IllegalArgumentException if nothing ran or a client ran twice
		 */
		public Drill {
			Named.of(Scenario.class, scenario);
			require(repeatedForStalls >= 0, scenario + " was repeated " + repeatedForStalls + " times");
			runs = List.copyOf(runs);
			Set<String> clients = new HashSet<>();
			for (Run run : runs) {
				require(clients.add(run.run() + " " + run.client()),
						scenario + " has run " + run.run() + " of client " + run.client() + " twice");
			}
			require(runs.stream().anyMatch(Run::forecast), scenario + " has no run of client " + Run.TRANSACTION);
		}

	}

	/**
	 * A forecast's numbers.
	 *
	 * @param best seconds if everything falls in place
	 * @param expected seconds on average
	 * @param worst seconds at most
	 */
	public record Expected(double best, double expected, double worst) {

		/**
		 * @throws IllegalArgumentException if the numbers are not in order
		 */
		public Expected {
			seconds("best", best);
			seconds("expected", expected);
			seconds("worst", worst);
			require(best <= expected && expected <= worst, best + ", " + expected + ", " + worst + " are not in order");
		}

		/** The numbers of a forecast. */
		public static Expected of(Forecast forecast) {
			return new Expected(forecast.best(), forecast.expected(), forecast.worst());
		}

	}

	/**
	 * What one client saw in one run.
	 *
	 * @param run the number of the run, from 1
	 * @param client {@link #POOL}, {@link #TRANSACTION} or {@link #READER}
	 * @param phaseSeconds how long after a run of Patroni's loop the fault came
	 * @param outageSeconds the longest gap between two successes
	 * @param readOnlyErrors how often a server refused to write
	 * @param readOnlySeconds for how long
	 * @param longestHangSeconds the longest wait for any answer
	 * @param lostWrites acknowledged and missing afterwards
	 * @param vipHoldersAtOnce how many hosts had the virtual address at one time, at most
	 * @param twoWritableLeadersSeconds for how long two servers took writes
	 * @param rejoinedSeconds from the repair until every member was back
	 * @param errors how often each SQLSTATE came; {@code none} for errors without one
	 * @param stallSeconds the longest time that the lab's own machine stood still
	 * @param broken what should have held and did not, one sentence each
	 */
	public record Run(int run, String client, double phaseSeconds, double outageSeconds, int readOnlyErrors,
			double readOnlySeconds, double longestHangSeconds, int lostWrites, int vipHoldersAtOnce,
			double twoWritableLeadersSeconds, double rejoinedSeconds, Map<String, Integer> errors, double stallSeconds,
			List<String> broken) {

		/** A pool of connections. */
		public static final String POOL = "pool";

		/** A connection for each transaction. */
		public static final String TRANSACTION = "transaction";

		/** Reads through the read endpoint. */
		public static final String READER = "reader";

		/**
		 * @throws IllegalArgumentException if a number is none or the client unknown
		 */
		public Run {
			require(run >= 1, "runs are counted from 1, not " + run);
			require(Set.of(POOL, TRANSACTION, READER).contains(client), "\"" + client + "\" is not a client");
			seconds("phaseSeconds", phaseSeconds);
			seconds("outageSeconds", outageSeconds);
			seconds("readOnlySeconds", readOnlySeconds);
			seconds("longestHangSeconds", longestHangSeconds);
			seconds("twoWritableLeadersSeconds", twoWritableLeadersSeconds);
			seconds("rejoinedSeconds", rejoinedSeconds);
			seconds("stallSeconds", stallSeconds);
			require(readOnlyErrors >= 0, "readOnlyErrors " + readOnlyErrors + " is not a count");
			require(lostWrites >= 0, "lostWrites " + lostWrites + " is not a count");
			require(lostWrites == 0 || !client.equals(READER), "a reader loses no writes");
			require(vipHoldersAtOnce >= 0, "vipHoldersAtOnce " + vipHoldersAtOnce + " is not a count");
			errors = Collections.unmodifiableMap(new TreeMap<>(errors));
			errors.forEach((state, count) -> {
				require(state.matches("[0-9A-Z]{5}|none"), "\"" + state + "\" is not an SQLSTATE or none");
				require(count > 0, state + " came " + count + " times");
			});
			broken = List.copyOf(broken);
			require(broken.stream().noneMatch(String::isBlank), "a sentence of what broke is empty");
		}

		/**
		 * Whether forecasts are about this client: it connects anew for each transaction,
		 * so that it waits for nothing but the way in. A pool adds its own waits, see
		 * {@link Forecasts#POOL_BACK_OFF}.
		 */
		public boolean forecast() {
			return this.client.equals(TRANSACTION);
		}

		/** Whether this client writes. */
		public boolean writes() {
			return !this.client.equals(READER);
		}

	}

}
