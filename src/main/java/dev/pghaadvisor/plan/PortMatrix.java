package dev.pghaadvisor.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
			if (shape.entry().balanced()) {
				probes(flows, Party.HAPROXY, Ports.HAPROXY_HEALTH);
			}
		}
		else {
			flows
				.add(new Flow(Party.APPLICATIONS, Party.POSTGRESQL, Ports.POSTGRESQL, TCP, "sessions of applications"));
			if (shape.entry().balanced()) {
				probes(flows, Party.POSTGRESQL, Ports.PATRONI);
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

	/** From addresses that the provider names, or from the applications' networks. */
	private static void probes(List<Flow> flows, Party to, int port) {
		flows.add(new Flow(Party.BALANCER, to, port, TCP, "health checks of the balancer in front"));
	}

	static List<InboundRule> inbound(ClusterPlan plan, Host host) {
		Map<String, List<Flow>> byPort = new LinkedHashMap<>();
		for (Flow flow : plan.flows()) {
			if (reaches(flow.to(), host)) {
				byPort.computeIfAbsent(flow.protocol() + flow.port(), (port) -> new ArrayList<>()).add(flow);
			}
		}
		List<InboundRule> rules = new ArrayList<>();
		byPort.values().forEach((flows) -> resolve(plan, host, flows).ifPresent(rules::add));
		return List.copyOf(rules);
	}

	/** Everybody who may reach one port of a host, from all flows to it. */
	private static Optional<InboundRule> resolve(ClusterPlan plan, Host host, List<Flow> flows) {
		boolean anywhere = false;
		Set<Cidr> networks = new LinkedHashSet<>();
		Set<Ipv4Address> addresses = new TreeSet<>();
		for (Flow flow : flows) {
			anywhere |= flow.from() == Party.ANYWHERE;
			networks.addAll(elsewhere(plan, flow.from()));
			plan.hosts()
				.stream()
				.filter((other) -> reaches(flow.from(), other) && !other.equals(host))
				.forEach((other) -> addresses.add(other.address()));
		}
		List<String> sources = new ArrayList<>();
		networks.forEach((network) -> sources.add(network.toString()));
		// An address inside a network of the same set would make nftables refuse the set.
		addresses.stream()
			.filter((address) -> networks.stream().noneMatch((network) -> network.contains(address)))
			.forEach((address) -> sources.add(address.value()));
		if (!anywhere && sources.isEmpty()) {
			return Optional.empty();
		}
		String purpose = String.join("; ", flows.stream().map(Flow::purpose).toList());
		return Optional.of(new InboundRule(flows.get(0).protocol(), flows.get(0).port(), anywhere,
				anywhere ? List.of() : sources, purpose));
	}

	/** The networks a party connects from, hosts as networks of one address. */
	static List<String> networks(ClusterPlan plan, Party party) {
		if (party == Party.APPLICATIONS || party == Party.BALANCER) {
			return elsewhere(plan, party).stream().map(Cidr::toString).toList();
		}
		return plan.hosts()
			.stream()
			.filter((host) -> reaches(party, host))
			.map((host) -> host.address() + "/32")
			.toList();
	}

	/** Networks of a party that is no host of the cluster. */
	private static List<Cidr> elsewhere(ClusterPlan plan, Party party) {
		Balancer balancer = plan.balancer();
		return switch (party) {
			case APPLICATIONS -> plan.inventory().applicationCidrs();
			case BALANCER -> (balancer == null) ? List.of()
					: balancer.probeSources().isEmpty() ? plan.inventory().applicationCidrs() : balancer.probeSources();
			case ANYWHERE, EVERY_HOST, POSTGRESQL, ETCD, HAPROXY, KEEPALIVED -> List.of();
		};
	}

	/** Whether a host belongs to a party. */
	static boolean reaches(Party party, Host host) {
		return switch (party) {
			case ANYWHERE, APPLICATIONS, BALANCER -> false;
			case EVERY_HOST -> true;
			case POSTGRESQL -> host.has(Role.POSTGRESQL);
			case ETCD -> host.has(Role.ETCD);
			case HAPROXY -> host.has(Role.HAPROXY);
			case KEEPALIVED -> host.has(Role.KEEPALIVED);
		};
	}

}
