package dev.pghaadvisor.lab;

import dev.pghaadvisor.bundle.Plans;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.rules.Design;

/** The plan of each design with the example names and addresses. */
final class ExamplePlans {

	private ExamplePlans() {
	}

	static ClusterPlan of(Design design) {
		return Plans.example(design);
	}

}
