package dev.pghaadvisor.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.rules.Effect;
import dev.pghaadvisor.rules.Finding;
import dev.pghaadvisor.rules.RuleSource;

/** Wishes that a plan does not keep, each with what was asked for and what there is. */
public final class Shortfalls {

	private static final RuleSource SOURCE = new RuleSource("forecast", "How failover times are forecast",
			"docs/decisions/0023-forecasts-add-up-steps.md");

	private static final RuleSource YEAR = new RuleSource("availability", "How a year is counted",
			"docs/decisions/0025-availability-shows-its-assumptions.md");

	private Shortfalls() {
	}

	/** What is missed of the time, the loss and the availability that were answered. */
	public static List<Finding> of(ClusterPlan plan) {
		return Stream.of(rto(plan), rpo(plan), availability(plan)).flatMap(Optional::stream).toList();
	}

	/**
	 * A finding with the number, if the worst case after the loss of the leader's host is
	 * longer than the {@code rto} answered.
	 */
	static Optional<Finding> rto(ClusterPlan plan) {
		Rto rto = plan.advice().answers().get(Rto.CHOICE);
		double worst = Forecasts.of(plan)
			.stream()
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
	static Optional<Finding> availability(ClusterPlan plan) {
		Availability year = Availability.of(plan);
		if (year.fits()) {
			return Optional.empty();
		}
		Answers answers = plan.advice().answers();
		Effect miss = new Effect.Miss(
				"With the usual assumptions a year has %s %% at most, less than the %s %% asked for."
					.formatted(year.percent(), year.target()),
				nearestTo(plan));
		return Optional.of(new Finding("availability-not-met", miss, Map.of(Promise.CHOICE
			.id(), answers.get(Promise.CHOICE).id(), Team.CHOICE.id(), answers.get(Team.CHOICE).id()), String.format(
					Locale.ROOT,
					"What the cluster repairs itself is %.0f minutes a year, what waits for people %.0f: every number of it is an assumption, listed under “Availability in a year”.",
					year.machineSeconds() / 60, year.peopleSeconds() / 60),
				List.of(YEAR)));
	}

	/** What would keep the promise, the cheapest first. */
	private static String nearestTo(ClusterPlan plan) {
		Answers answers = plan.advice().answers();
		Team team = answers.get(Team.CHOICE);
		FailureDomains domains = answers.get(FailureDomains.CHOICE);
		Availability spread = year(plan, team, FailureDomains.SEPARATE);
		Availability watched = year(plan, Team.DBA_ON_CALL, domains);
		Availability both = year(plan, Team.DBA_ON_CALL, FailureDomains.SEPARATE);
		List<String> ways = new ArrayList<>();
		if (spread.fits()) {
			ways.add("Spread the hosts so that they share nothing, which makes it %s %%".formatted(spread.percent()));
		}
		if (watched.fits()) {
			ways.add("Put a database administrator on call, which makes it %s %%".formatted(watched.percent()));
		}
		if (ways.isEmpty() && both.fits()) {
			ways.add(
					"Spread the hosts so that they share nothing and put a database administrator on call, which makes it %s %%"
						.formatted(both.percent()));
		}
		ways.add(ways.isEmpty() ? "Promise less" : "or promise less");
		return String.join("; ", ways) + ".";
	}

	private static Availability year(ClusterPlan plan, Team team, FailureDomains domains) {
		return Availability.of(plan.advice().answers().get(Promise.CHOICE), Forecasts.of(plan),
				Assumptions.usual(plan.shape(), team, domains));
	}

	/**
	 * A finding with the number, if a failover may cost more seconds of acknowledged
	 * writes than the {@code rpo} answered.
	 */
	static Optional<Finding> rpo(ClusterPlan plan) {
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
