package dev.pghaadvisor.lab;

import java.util.Map;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.Design;
import dev.pghaadvisor.rules.RuleBook;

/**
 * The plan of each design as a user gets it: from answers through the shipped rules, with
 * the example names and addresses.
 */
final class ExamplePlans {

	private ExamplePlans() {
	}

	static Map<String, String> answers(Design design) {
		return switch (design) {
			case SIMPLE -> Map.of("criticality", "internal", "rto", "30s", "rpo", "zero");
			case FULL -> Map.of("read-scaling", "now", "rto", "30s", "rpo", "zero");
		};
	}

	static ClusterPlan of(Design design) {
		RuleBook book = RuleBook.bundled();
		Advice advice = book.advise(Answers.of(book.questionnaire(), answers(design)));
		if (advice.design() != design) {
			throw new IllegalStateException("These answers lead to " + advice.verdict());
		}
		return ClusterPlan.of(advice, Inventory.example(Shape.of(advice)));
	}

}
