package dev.pghaadvisor.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.pghaadvisor.plan.Balancer;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Endpoint;
import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.Ports;
import org.jspecify.annotations.Nullable;

/**
 * Where applications connect, and with which settings, as the bundle's README tells them.
 * A balancer that is not part of the bundle is played.
 */
final class WayIn implements AutoCloseable {

	private final ClusterPlan plan;

	private final @Nullable PlayedBalancer balancer;

	WayIn(ClusterPlan plan, @Nullable PlayedBalancer balancer) {
		this.plan = plan;
		this.balancer = balancer;
	}

	static WayIn open(Servers servers, ClusterPlan plan) {
		Balancer balancer = plan.balancer();
		return new WayIn(plan, (balancer != null) ? PlayedBalancer.start(servers, plan, balancer) : null);
	}

	/** For pgjdbc, the part after {@code jdbc:postgresql://}. */
	String write() {
		return url(hosts(plan().write()), plan().write().port(), settings("primary"));
	}

	/** The same for reads; empty if there is no way in for them. */
	String read() {
		Endpoint read = plan().read();
		if (read != null) {
			return url(hosts(read), read.port(), List.of());
		}
		if (plan().readsThroughBalancer()) {
			return url(hosts(plan().write()), Ports.BALANCER_READ,
					plan().readersRefuseTheLeader() ? settings("secondary") : List.of());
		}
		return plan().readsByDrivers() ? url(hosts(plan().write()), plan().write().port(), settings("preferSecondary"))
				: "";
	}

	/** For libpq: which hosts, and which of them. */
	String libpq() {
		return "host=" + String.join(",", hosts(plan().write())) + " port=" + plan().write().port()
				+ (moves() ? "" : " target_session_attrs=read-write");
	}

	/** Whether the address itself is at the leader, or leads there. */
	private boolean moves() {
		return plan().shape().entry() == Entry.KEEPALIVED;
	}

	private List<String> settings(String serverType) {
		List<String> settings = new ArrayList<>();
		if (!moves()) {
			settings.add("targetServerType=" + serverType);
		}
		if (plan().shape().entry() == Entry.MULTI_HOST) {
			settings.add("hostRecheckSeconds=2");
		}
		return settings;
	}

	private List<String> hosts(Endpoint endpoint) {
		return (this.balancer != null) ? List.of(PlayedBalancer.ADDRESS)
				: endpoint.hosts().stream().map(Object::toString).toList();
	}

	private String url(List<String> hosts, int port, List<String> settings) {
		return hosts.stream().map((host) -> host + ":" + port).collect(Collectors.joining(",")) + "/"
				+ plan().inventory().database() + (settings.isEmpty() ? "" : "?" + String.join("&", settings));
	}

	private ClusterPlan plan() {
		return this.plan;
	}

	@Override
	public void close() {
		if (this.balancer != null) {
			this.balancer.close();
		}
	}

}
