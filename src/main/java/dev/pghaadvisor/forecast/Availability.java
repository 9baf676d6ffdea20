package dev.pghaadvisor.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Answers;

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

	/** The arithmetic for a plan and the availability answered, as usually assumed. */
	public static Availability of(ClusterPlan plan) {
		return of(plan, Assumptions.usual(plan));
	}

	/** The same with a reader's own assumptions. */
	public static Availability of(ClusterPlan plan, Assumptions assumptions) {
		return of(plan.advice().answers().get(Promise.CHOICE), Forecasts.of(plan), assumptions);
	}

	/** The same for a shape that nobody has named hosts for, to compare sizes. */
	public static Availability of(Answers answers, Shape shape, List<Forecast> forecasts) {
		return of(answers.get(Promise.CHOICE), forecasts, Assumptions.usual(shape, answers));
	}

	static Availability of(Promise promise, List<Forecast> forecasts, Assumptions assumptions) {
		return new Availability(promise.id(), promise.secondsOf(YEAR), Arrays.stream(Event.values())
			.map((event) -> new Term(event.title(), assumptions.perYear(event),
					event.people() ? assumptions.minutes(event) * MINUTE : seconds(event, forecasts), event.people()))
			.toList());
	}

	private static double seconds(Event event, List<Forecast> forecasts) {
		return forecasts.stream()
			.filter((forecast) -> forecast.scenario() == event.scenario())
			.findFirst()
			.orElseThrow()
			.expected();
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

	/**
	 * The availability that the assumptions add up to, in percent: never rounded up, and
	 * with no more digits than assumptions deserve.
	 */
	public String percent() {
		double lost = (machineSeconds() + peopleSeconds()) / YEAR * 100;
		int digits = (lost >= 1) ? 1 : (lost >= 0.1) ? 2 : 3;
		return BigDecimal.valueOf(Math.max(0, 100 - lost))
			.setScale(digits, RoundingMode.FLOOR)
			.stripTrailingZeros()
			.toPlainString();
	}

}
