package dev.pghaadvisor.parts;

import java.util.Map;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.ExampleAdvice;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.Design;

/** Plans for tests that need no rule book. */
public final class ExamplePlan {

	private ExamplePlan() {
	}

	public static ClusterPlan of(Design design) {
		return of(design, Map.of(), Map.of());
	}

	/** Changed as told. */
	public static ClusterPlan of(Design design, Map<String, String> settings, Map<String, ?> inventory) {
		Advice advice = ExampleAdvice.of(design, settings, Map.of());
		return Parts.plan(advice, Inventory.parse(Shape.of(advice), inventory));
	}

}
