package dev.pghaadvisor.parts.host;

import java.util.List;

import dev.pghaadvisor.plan.Flow;
import dev.pghaadvisor.plan.Flow.Party;
import dev.pghaadvisor.plan.Part;
import dev.pghaadvisor.plan.Phase;
import dev.pghaadvisor.plan.Ports;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.rules.Settings;

/** The host itself in plans: people get in by ssh. */
final class HostPart implements Part {

	@Override
	public String id() {
		return "host";
	}

	@Override
	public Phase phase() {
		return Phase.KERNEL;
	}

	@Override
	public boolean isIn(Shape shape, Settings settings) {
		return true;
	}

	@Override
	public List<Flow> flows(Shape shape) {
		return List.of(Flow.tcp(Party.ANYWHERE, Party.EVERY_HOST, Ports.SSH,
				"administration by ssh; narrow it to your own network if you have one for that"));
	}

}
