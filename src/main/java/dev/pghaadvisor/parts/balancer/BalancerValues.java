package dev.pghaadvisor.parts.balancer;

import java.util.Objects;
import java.util.stream.Collectors;

import dev.pghaadvisor.plan.Cidr;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Ports;
import dev.pghaadvisor.plan.Probes;

/**
 * What a person enters into the balancer, in the words of the README.
 *
 * @param plan with a balancer in front
 */
public record BalancerValues(ClusterPlan plan) {

	/** How it probes. */
	public Probes probes() {
		return Objects.requireNonNull(this.plan.inventory().probes(), "Nothing probes these hosts");
	}

	/** Its targets with that port. */
	public String targets(int port) {
		return this.plan.write().hosts().stream().map((host) -> host + ":" + port).collect(Collectors.joining(", "));
	}

	/** Where its probes are let in from. */
	public String probeNetworks() {
		return this.plan.probeSources().stream().map(Cidr::toString).collect(Collectors.joining(", "));
	}

	/** Whether nobody said where it is, so that all applications are let in. */
	public boolean probedFromAnyApplication() {
		return probes().networks().isEmpty()
				&& this.plan.probeSources().equals(this.plan.inventory().applicationCidrs());
	}

	/** The ports at which it is reached. */
	public String doorPorts() {
		return (this.plan.haproxy() != null) ? Ports.HAPROXY_WRITE + " and " + Ports.HAPROXY_READ
				: Ports.POSTGRESQL + (this.plan.readsThroughBalancer() ? " and " + Ports.BALANCER_READ : "");
	}

	/** The ports of its targets that it uses and probes. */
	public String targetPorts() {
		return (this.plan.haproxy() != null)
				? Ports.HAPROXY_WRITE + ", " + Ports.HAPROXY_READ + " and " + Ports.HAPROXY_HEALTH
				: Ports.POSTGRESQL + " and " + Ports.PATRONI;
	}

}
