package dev.pghaadvisor.lab;

import java.util.Map;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Footprint;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.RuleBook;

/**
 * The plan of each footprint as a user gets it: from answers through the shipped rules,
 * with the example names and addresses.
 */
final class ExamplePlans {

	private ExamplePlans() {
	}

	static Map<String, String> answers(Footprint footprint) {
		return switch (footprint) {
			case SIMPLE_3 -> Map.of("criticality", "internal", "rto", "30s", "rpo", "zero");
			case FULL_8 -> Map.of("read-scaling", "now", "rto", "30s", "rpo", "zero");
			case FULL_5 -> Map.of("read-scaling", "now", "rto", "30s", "rpo", "zero", "hosts", "five");
			case FULL_3 -> Map.of("read-scaling", "now", "rto", "30s", "rpo", "zero", "hosts", "three");
		};
	}

	static ClusterPlan of(Footprint footprint) {
		RuleBook book = RuleBook.bundled();
		Advice advice = book.advise(Answers.of(book.questionnaire(), answers(footprint)));
		ClusterPlan plan = ClusterPlan.of(advice, Inventory.example(Shape.of(advice)));
		if (plan.shape().footprint() != footprint) {
			throw new IllegalStateException("These answers lead to " + plan.shape().footprint().id());
		}
		return plan;
	}

}
