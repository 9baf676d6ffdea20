package dev.pghaadvisor.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.pghaadvisor.plan.Flow.Party;
import dev.pghaadvisor.rules.Design;

/** Who may talk to whom, and what that means for one host's firewall. */
final class PortMatrix {

	private static final String TCP = "tcp";

	/** IP protocol 112. */
	static final String VRRP = "vrrp";

	private PortMatrix() {
	}

	static List<Flow> of(Shape shape) {
		List<Flow> flows = new ArrayList<>();
		flows.add(new Flow(Party.ANYWHERE, Party.EVERY_HOST, Ports.SSH, TCP,
				"administration by ssh; narrow it to your own network if you have one for that"));
		if (shape.design() == Design.FULL) {
			flows.add(new Flow(Party.APPLICATIONS, Party.HAPROXY, Ports.HAPROXY_WRITE, TCP, "writes, to the leader"));
			flows.add(new Flow(Party.APPLICATIONS, Party.HAPROXY, Ports.HAPROXY_READ, TCP, "reads, from the replicas"));
			flows.add(new Flow(Party.POSTGRESQL, Party.HAPROXY, Ports.HAPROXY_WRITE, TCP,
					"verify.yml and drill.yml, from the database hosts"));
			flows.add(new Flow(Party.POSTGRESQL, Party.HAPROXY, Ports.HAPROXY_READ, TCP,
					"verify.yml, from the database hosts"));
			flows.add(new Flow(Party.HAPROXY, Party.POSTGRESQL, Ports.POSTGRESQL, TCP, "sessions of applications"));
			flows.add(new Flow(Party.HAPROXY, Party.POSTGRESQL, Ports.PATRONI, TCP, "health checks: who leads"));
			flows.add(new Flow(Party.HAPROXY, Party.HAPROXY, Ports.HAPROXY_HEALTH, TCP,
					"health, statistics and metrics of the other HAProxy"));
			if (shape.entry() == Entry.CLOUD_LB || shape.entry() == Entry.EXTERNAL_LB) {
				flows.add(new Flow(Party.APPLICATIONS, Party.HAPROXY, Ports.HAPROXY_HEALTH, TCP,
						"health checks of the balancer in front"));
			}
		}
		else {
			flows
				.add(new Flow(Party.APPLICATIONS, Party.POSTGRESQL, Ports.POSTGRESQL, TCP, "sessions of applications"));
			if (shape.entry() == Entry.CLOUD_LB || shape.entry() == Entry.EXTERNAL_LB) {
				flows.add(new Flow(Party.APPLICATIONS, Party.POSTGRESQL, Ports.PATRONI, TCP,
						"health checks of the balancer in front"));
			}
		}
		flows.add(new Flow(Party.POSTGRESQL, Party.POSTGRESQL, Ports.POSTGRESQL, TCP, "replication and pg_rewind"));
		flows.add(new Flow(Party.POSTGRESQL, Party.POSTGRESQL, Ports.PATRONI, TCP,
				"Patroni among its members: leader race, failsafe, switchover"));
		flows.add(new Flow(Party.POSTGRESQL, Party.ETCD, Ports.ETCD_CLIENT, TCP, "Patroni keeps the leader key"));
		flows.add(new Flow(Party.ETCD, Party.ETCD, Ports.ETCD_CLIENT, TCP, "etcdctl asks every member for its health"));
		flows.add(new Flow(Party.ETCD, Party.ETCD, Ports.ETCD_PEER, TCP, "etcd among its members"));
		if (shape.entry() == Entry.KEEPALIVED) {
			flows.add(new Flow(Party.KEEPALIVED, Party.KEEPALIVED, 0, VRRP,
					"VRRP (IP protocol 112) between the hosts that may hold the virtual address"));
		}
		return List.copyOf(flows);
	}

	static List<InboundRule> inbound(ClusterPlan plan, Host host) {
		List<InboundRule> rules = new ArrayList<>();
		Set<String> done = new TreeSet<>();
		for (Flow flow : plan.flows()) {
			if (reaches(flow.to(), host) && done.add(flow.protocol() + flow.port())) {
				resolve(plan, host, flow).ifPresent(rules::add);
			}
		}
		return List.copyOf(rules);
	}

	/** Everybody who may reach that port of the host, from all flows to it. */
	private static Optional<InboundRule> resolve(ClusterPlan plan, Host host, Flow first) {
		List<String> sources = new ArrayList<>();
		List<String> purposes = new ArrayList<>();
		Set<Ipv4Address> addresses = new TreeSet<>();
		boolean anywhere = false;
		for (Flow flow : plan.flows()) {
			if (!reaches(flow.to(), host) || flow.port() != first.port() || !flow.protocol().equals(first.protocol())) {
				continue;
			}
			purposes.add(flow.purpose());
			if (flow.from() == Party.ANYWHERE) {
				anywhere = true;
			}
			else if (flow.from() == Party.APPLICATIONS) {
				plan.inventory().applicationCidrs().forEach((network) -> sources.add(network.toString()));
			}
			else {
				plan.hosts()
					.stream()
					.filter((other) -> reaches(flow.from(), other) && !other.equals(host))
					.forEach((other) -> addresses.add(other.address()));
			}
		}
		// An address inside a network of the list would make nftables refuse the set.
		List<Cidr> networks = sources.isEmpty() ? List.of() : plan.inventory().applicationCidrs();
		addresses.stream()
			.filter((address) -> networks.stream().noneMatch((network) -> network.contains(address)))
			.forEach((address) -> sources.add(address.value()));
		if (!anywhere && sources.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(new InboundRule(first.protocol(), first.port(), anywhere, anywhere ? List.of() : sources,
				String.join("; ", purposes)));
	}

	/** Whether a host belongs to a party. */
	static boolean reaches(Party party, Host host) {
		return switch (party) {
			case ANYWHERE, APPLICATIONS -> false;
			case EVERY_HOST -> true;
			case POSTGRESQL -> host.has(Role.POSTGRESQL);
			case ETCD -> host.has(Role.ETCD);
			case HAPROXY -> host.has(Role.HAPROXY);
			case KEEPALIVED -> host.has(Role.KEEPALIVED);
		};
	}

}
