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

/** What the flows of a plan mean for one host's firewall. */
final class PortMatrix {

	private PortMatrix() {
	}

	static List<InboundRule> inbound(ClusterPlan plan, Host host) {
		Map<String, List<Flow>> byPort = new LinkedHashMap<>();
		for (Flow flow : plan.flows()) {
			if (flow.to().includes(host)) {
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
				.filter((other) -> flow.from().includes(other) && !other.equals(host))
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
			.filter((host) -> party.includes(host))
			.map((host) -> host.address() + "/32")
			.toList();
	}

	/** Networks of a party that is no host of the cluster. */
	private static List<Cidr> elsewhere(ClusterPlan plan, Party party) {
		return switch (party) {
			case APPLICATIONS -> plan.applicationSources();
			case BALANCER -> plan.probeSources();
			case ANYWHERE, EVERY_HOST, POSTGRESQL, ETCD, HAPROXY, KEEPALIVED -> List.of();
		};
	}

}
