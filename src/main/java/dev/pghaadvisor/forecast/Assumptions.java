package dev.pghaadvisor.forecast;

import java.util.EnumMap;
import java.util.Map;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Answers;
import org.jspecify.annotations.Nullable;

/**
 * How often each event happens and how long people take to repair what they have to.
 * Nobody has counted either for a reader's cluster, so a reader may change both.
 *
 * @param perYear how many times a year, for every event
 * @param minutes each time, for every event that people repair
 */
public record Assumptions(Map<Event, Double> perYear, Map<Event, Double> minutes) {

	/** Daily, in a leap year. */
	public static final int MOST_PER_YEAR = 366;

	/** A week. */
	public static final int MOST_MINUTES = 7 * 24 * 60;

	/**
	 * @throws IllegalArgumentException if a number is missing, superfluous or out of its
	 * range
	 */
	public Assumptions {
		perYear = Map.copyOf(perYear);
		minutes = Map.copyOf(minutes);
		for (Event event : Event.values()) {
			check(event, perYear.get(event), true, MOST_PER_YEAR);
			check(event, minutes.get(event), event.people(), MOST_MINUTES);
		}
	}

	private static void check(Event event, @Nullable Double number, boolean needed, int most) {
		if ((number != null) != needed) {
			throw new IllegalArgumentException(event.id() + (needed ? " lacks a number" : " has a number too many"));
		}
		// Written so that what is not a number fails, too.
		if (number != null && !(number >= 0 && number <= most)) {
			throw new IllegalArgumentException(event.id() + ": " + number + " is not from 0 to " + most);
		}
	}

	/** What is assumed of a plan unless a reader knows more. */
	public static Assumptions usual(ClusterPlan plan) {
		return usual(plan.shape(), plan.advice().answers());
	}

	/** The same of a shape that nobody has named hosts for. */
	static Assumptions usual(Shape shape, Answers answers) {
		return usual(shape, answers.get(Team.CHOICE), answers.get(FailureDomains.CHOICE));
	}

	static Assumptions usual(Shape shape, Team team, FailureDomains domains) {
		Map<Event, Double> perYear = new EnumMap<>(Event.class);
		Map<Event, Double> minutes = new EnumMap<>(Event.class);
		for (Event event : Event.values()) {
			perYear.put(event, event.perYear(shape, domains));
			if (event.people()) {
				minutes.put(event, event.minutes() + team.wait(event));
			}
		}
		return new Assumptions(perYear, minutes);
	}

	/** How many times a year. */
	public double perYear(Event event) {
		return this.perYear.getOrDefault(event, 0.0);
	}

	/** How long each time; 0 if the cluster repairs it itself. */
	public double minutes(Event event) {
		return this.minutes.getOrDefault(event, 0.0);
	}

}
