package dev.pghaadvisor.forecast;

import java.util.List;
import java.util.Locale;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.rules.Design;

/**
 * What an availability allows in a year beside what the forecast would use of it. Every
 * frequency and every repair time is an assumption, shown as one.
 *
 * @param target the answer, like 99.9; best-effort promises nothing
 * @param budgetSeconds outage allowed in 365 days; 0 if nothing is promised
 * @param terms what uses it up
 */
public record Availability(String target, double budgetSeconds, List<Term> terms) {

	private static final double YEAR = 365 * 24 * 3600.0;

	private static final double MINUTE = 60;

	/**
	 * One kind of event.
	 *
	 * @param event what happens
	 * @param perYear how often, assumed
	 * @param seconds how long each time, forecast or assumed
	 * @param people whether people have to repair it
	 */
	public record Term(String event, double perYear, double seconds, boolean people) {

		/** Seconds in a year. */
		public double total() {
			return this.perYear * this.seconds;
		}

	}

	public Availability {
		terms = List.copyOf(terms);
	}

	/** The arithmetic for a plan and the availability answered. */
	public static Availability of(ClusterPlan plan) {
		return of(plan.advice().answers().option("availability"), plan.shape().design(), Forecasts.of(plan));
	}

	static Availability of(String target, Design design, List<Forecast> forecasts) {
		boolean full = design == Design.FULL;
		double budget = target.equals("best-effort") ? 0 : YEAR * (100 - Double.parseDouble(target)) / 100;
		return new Availability(target, budget,
				List.of(machines(Scenario.LEADER_POWEROFF, 2, forecasts),
						machines(Scenario.POSTGRES_CRASH, 2, forecasts), machines(Scenario.SWITCHOVER, 12, forecasts),
						new Term("Two hosts lost at once, or etcd's majority", full ? 0.01 : 0.05, 60 * MINUTE, true),
						new Term("A way in that stays away or leads to the wrong place", full ? 0.05 : 0.2, 15 * MINUTE,
								true),
						new Term("A full disk", 0.1, 60 * MINUTE, true),
						new Term("A mistake in operation", 0.5, 30 * MINUTE, true)));
	}

	private static Term machines(Scenario scenario, double perYear, List<Forecast> forecasts) {
		return forecasts.stream()
			.filter((forecast) -> forecast.scenario() == scenario)
			.map((forecast) -> new Term(scenario.title(), perYear, forecast.expected(), false))
			.findFirst()
			.orElseThrow();
	}

	/** Seconds a year that the cluster itself repairs. */
	public double machineSeconds() {
		return this.terms.stream().filter((term) -> !term.people()).mapToDouble(Term::total).sum();
	}

	/** Seconds a year that people repair. */
	public double peopleSeconds() {
		return this.terms.stream().filter(Term::people).mapToDouble(Term::total).sum();
	}

	/** Whether both together stay within what is allowed; true if nothing is promised. */
	public boolean fits() {
		return this.budgetSeconds == 0 || machineSeconds() + peopleSeconds() <= this.budgetSeconds;
	}

	/** The availability that the assumptions add up to, in percent. */
	public String percent() {
		return String.format(Locale.ROOT, "%.4f", 100 - (machineSeconds() + peopleSeconds()) / YEAR * 100);
	}

}
