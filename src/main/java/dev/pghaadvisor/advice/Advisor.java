package dev.pghaadvisor.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.pghaadvisor.forecast.Evidence;
import dev.pghaadvisor.forecast.Forecasts;
import dev.pghaadvisor.forecast.Measurements;
import dev.pghaadvisor.forecast.Shortfalls;
import dev.pghaadvisor.forecast.Timers;
import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.Balancer;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.PatroniTimers;
import dev.pghaadvisor.plan.PostgresSettings;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.plan.Synchronous;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.questionnaire.Questionnaire;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.Design;
import dev.pghaadvisor.rules.Finding;
import dev.pghaadvisor.rules.RuleBook;
import dev.pghaadvisor.rules.Settings;

/** Judges answers, plans the cluster that follows from them, and says how it fails. */
public final class Advisor {

	private final RuleBook ruleBook;

	private final DatedMeasurements measurements;

	/**
	 * Advises by these rules.
	 * @param ruleBook the rules in force
	 * @param measurements what the lab recorded, whatever files it was recorded with
	 */
	public Advisor(RuleBook ruleBook, Measurements measurements) {
		this.ruleBook = ruleBook;
		this.measurements = DatedMeasurements.of(measurements, ruleBook);
	}

	/** What the lab recorded. */
	public Measurements measurements() {
		return this.measurements.measurements();
	}

	/** Whether evidence was recorded with other files than those that are made now. */
	public boolean withEarlierFiles(Evidence evidence) {
		return this.measurements.withEarlierFiles(evidence);
	}

	/** What the rules in force ask. */
	public Questionnaire questionnaire() {
		return this.ruleBook.questionnaire();
	}

	/** The rules in force. */
	public RuleBook ruleBook() {
		return this.ruleBook;
	}

	/**
	 * Judges raw answers and plans the cluster for a raw inventory, whose missing parts
	 * take example values.
	 * @throws dev.pghaadvisor.questionnaire.InvalidAnswersException if an answer is
	 * unknown
	 * @throws dev.pghaadvisor.plan.InvalidInventoryException if the inventory is wrong
	 */
	public Consultation consult(Map<String, String> answers, Map<String, ?> inventory) {
		Advice advice = this.ruleBook.advise(Answers.of(this.ruleBook.questionnaire(), answers));
		Design design = advice.design();
		if (design == null) {
			return new Consultation(advice, this.ruleBook.counterfactuals(advice.answers()), null, List.of(), List.of(),
					advice.warnings());
		}
		ClusterPlan plan = Parts.plan(advice, Inventory.parse(Shape.of(advice), inventory));
		List<Outlook> outlooks = new ArrayList<>();
		outlooks.add(this.measurements.outlook(plan.shape(), Timers.of(plan), Forecasts.of(plan)));
		outlooks.add(otherDesign(advice, design));
		List<Finding> warnings = new ArrayList<>(advice.warnings());
		plan.parts().forEach((part) -> warnings.addAll(part.concerns(plan)));
		warnings.addAll(Shortfalls.of(plan));
		return new Consultation(advice, this.ruleBook.counterfactuals(advice.answers()), plan, outlooks,
				Ladder.of(this.ruleBook, advice), warnings);
	}

	/** What to expect of the design that is not recommended. */
	private Outlook otherDesign(Advice advice, Design recommended) {
		Design other = (recommended == Design.SIMPLE) ? Design.FULL : Design.SIMPLE;
		Settings settings = this.ruleBook.advise(advice.answers(), other).settings();
		Shape shape = Shape.of(other, settings);
		PatroniTimers patroni = PatroniTimers.of(settings);
		Synchronous synchronous = Synchronous.of(settings);
		Balancer balancer = shape.entry().balanced() ? settings.value(Balancer.CHOICE).orElse(null) : null;
		return this.measurements.outlook(shape, Timers.of(patroni, synchronous, balancer, null),
				Forecasts.of(shape, patroni, synchronous, settings.value(PostgresSettings.REPLICATION_TIMEOUT)));
	}

}
