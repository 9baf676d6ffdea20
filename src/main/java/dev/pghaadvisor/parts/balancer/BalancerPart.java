package dev.pghaadvisor.parts.balancer;

import dev.pghaadvisor.plan.Part;
import dev.pghaadvisor.plan.Phase;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.rules.Settings;

/** The balancer in plans; who lets its probes in is the part that they ask. */
final class BalancerPart implements Part {

	@Override
	public String id() {
		return "balancer";
	}

	@Override
	public Phase phase() {
		return Phase.ROUTING;
	}

	@Override
	public boolean isIn(Shape shape, Settings settings) {
		return shape.entry().balanced();
	}

}
