package dev.pghaadvisor.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.HaproxyTimers;
import dev.pghaadvisor.plan.KeepalivedTimers;
import dev.pghaadvisor.plan.PatroniTimers;
import dev.pghaadvisor.plan.PostgresSettings;
import dev.pghaadvisor.plan.Probes;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.plan.Synchronous;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.rules.Design;
import dev.pghaadvisor.rules.Effect;
import dev.pghaadvisor.rules.Finding;
import dev.pghaadvisor.rules.RuleSource;
import org.jspecify.annotations.Nullable;

/** Forecasts the write outage of each scenario. */
public final class Forecasts {

	/** The version of the formulas; what the lab records names it. */
	public static final String MODEL = "5";

	private static final RuleSource SOURCE = new RuleSource("forecast", "How failover times are forecast",
			"docs/decisions/0023-forecasts-add-up-steps.md");

	/**
	 * Seconds that a pool may come back later than the way in is open: HikariCP doubles
	 * its wait after each connection that fails, up to 5 s (HikariPool.java,
	 * PoolEntryCreator), and lets nobody through meanwhile.
	 */
	public static final double POOL_BACK_OFF = 5;

	/** Whom the numbers are about. */
	public static final String WHOSE = "The times are those of an application that connects anew. A pool may need up to "
			+ "5 s more: HikariCP waits longer after each connection that fails.";

	private Forecasts() {
	}

	/**
	 * The forecasts for a plan, in the order of {@link Scenario}, without those that its
	 * design has no part for.
	 */
	public static List<Forecast> of(ClusterPlan plan) {
		return of(plan.shape(),
				new Outages(
						blocks(plan.shape(), plan.inventory().probes(), plan.patroni(), plan.keepalived(),
								plan.haproxy(), plan.advice().settings().value(PostgresSettings.REPLICATION_TIMEOUT)),
						plan.synchronous(), true));
	}

	/**
	 * The forecasts for a shape that nobody has named hosts for, to compare designs.
	 * @param replicationTimeout seconds after which PostgreSQL gives up a silent replica
	 */
	public static List<Forecast> of(Shape shape, PatroniTimers patroni, Synchronous synchronous,
			int replicationTimeout) {
		HaproxyTimers haproxy = (shape.design() == Design.FULL) ? HaproxyTimers.SHARP : null;
		return of(shape, new Outages(blocks(shape, null, patroni, KeepalivedTimers.SHARP, haproxy, replicationTimeout),
				synchronous, true));
	}

	private static Blocks blocks(Shape shape, @Nullable Probes probes, PatroniTimers patroni,
			KeepalivedTimers keepalived, @Nullable HaproxyTimers haproxy, int replicationTimeout) {
		return new Blocks(patroni, keepalived, haproxy, shape.entry(), (probes != null) ? probes : Probes.USUAL,
				shape.etcdBesideDatabases(), shape.platform().etcdApi(), shape.entryBesideDatabases(),
				replicationTimeout);
	}

	private static List<Forecast> of(Shape shape, Outages outages) {
		Design design = shape.design();
		List<Forecast> forecasts = new ArrayList<>();
		for (Scenario scenario : Scenario.values()) {
			outages.of(scenario)
				.filter((outage) -> scenario.concerns(shape))
				.ifPresent((outage) -> forecasts.add(new Forecast(scenario, design, tenths(outage.span().best()),
						tenths(outage.span().expected()), tenths(outage.span().worst()), outage.unbounded(),
						ClientView.of(scenario, design, outages.blocks().entry(), outages.synchronous().on()),
						outage.how(), Forecast.NOT_PROVEN, "")));
		}
		return List.copyOf(forecasts);
	}

	private static double tenths(double seconds) {
		return Math.round(seconds * 10) / 10.0;
	}

	/**
	 * A finding with the number, if the worst case after the loss of the leader's host is
	 * longer than the {@code rto} answered.
	 */
	public static Optional<Finding> rtoShortfall(ClusterPlan plan) {
		Rto rto = plan.advice().answers().get(Rto.CHOICE);
		double worst = of(plan).stream()
			.filter((forecast) -> forecast.scenario() == Scenario.LEADER_POWEROFF)
			.findFirst()
			.orElseThrow()
			.worst();
		if (worst <= rto.seconds()) {
			return Optional.empty();
		}
		String number = String.format(Locale.ROOT, "%.1f s", worst);
		Effect miss = new Effect.Miss(
				"After the loss of the leader's host writes may be interrupted for %s, longer than the %d s asked for."
					.formatted(number, rto.seconds()),
				"Accept a longer interruption, or remove what forbids shorter timers: slow or remote storage, several "
						+ "sites, a cloud network.");
		return Optional.of(new Finding("rto-not-met", miss, Map.of(Rto.CHOICE.id(), rto.id()),
				"With a ttl of %d s the leader's key, the race and the way to the new leader take up to %s, replay of WAL apart."
					.formatted(plan.patroni().ttl(), number),
				List.of(SOURCE)));
	}

	/**
	 * A finding with both numbers, if the year that is usually assumed has more outage
	 * than the {@code availability} answered allows.
	 */
	public static Optional<Finding> availabilityShortfall(ClusterPlan plan) {
		Availability year = Availability.of(plan);
		if (year.fits()) {
			return Optional.empty();
		}
		Answers answers = plan.advice().answers();
		Availability watched = Availability.of(answers.get(Promise.CHOICE), of(plan),
				Assumptions.usual(plan.shape(), Team.DBA_ON_CALL, answers.get(FailureDomains.CHOICE)));
		String duty = watched.fits()
				? "Put a database administrator on call, which makes it %s %%, or promise less."
					.formatted(watched.percent())
				: "Promise less" + ((answers.get(FailureDomains.CHOICE) == FailureDomains.SHARED)
						? ", or spread the hosts so that they share nothing." : ".");
		Effect miss = new Effect.Miss("A year is likely to have %s %% at most, less than the %s %% asked for."
			.formatted(year.percent(), year.target()), duty);
		return Optional.of(new Finding("availability-not-met", miss, Map.of(Promise.CHOICE
			.id(), answers.get(Promise.CHOICE).id(), Team.CHOICE.id(), answers.get(Team.CHOICE).id()), String.format(
					Locale.ROOT,
					"What the cluster repairs itself is %.0f minutes a year, what waits for people %.0f: every number of it is an assumption that the report lists and lets you change.",
					year.machineSeconds() / 60, year.peopleSeconds() / 60),
				List.of(SOURCE)));
	}

	/**
	 * A finding with the number, if a failover may cost more seconds of acknowledged
	 * writes than the {@code rpo} answered.
	 */
	public static Optional<Finding> rpoShortfall(ClusterPlan plan) {
		Rpo rpo = plan.advice().answers().get(Rpo.CHOICE);
		DataLoss loss = DataLoss.of(plan);
		if (loss.seconds() <= rpo.seconds()) {
			return Optional.empty();
		}
		String number = String.format(Locale.ROOT, "%.0f s", loss.seconds());
		Effect miss = new Effect.Miss(
				"At worst a failover may cost %s of acknowledged writes, longer than the %d s allowed."
					.formatted(number, rpo.seconds()),
				"Ask for no loss, and every commit waits for a standby; or accept minutes.");
		return Optional.of(
				new Finding("rpo-not-met", miss, Map.of(Rpo.CHOICE.id(), rpo.id()),
						"Replicas usually lack less than a second, but that is no promise: the bound is "
								+ Character.toLowerCase(loss.how().charAt(0)) + loss.how().substring(1),
						List.of(SOURCE)));
	}

}
