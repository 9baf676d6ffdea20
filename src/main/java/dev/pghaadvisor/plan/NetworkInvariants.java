package dev.pghaadvisor.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.pghaadvisor.plan.Flow.Party;

/** What has to hold between hosts, addresses, ports and pg_hba.conf. */
final class NetworkInvariants {

	static final List<Invariant> ALL = List.of(
			new Invariant("hosts-as-the-shape-has-them", "Files are made by role; a wrong one is a missing service.",
					NetworkInvariants::hostsAsShape),
			new Invariant("names-and-addresses-once", "Two hosts with one address answer for each other.",
					NetworkInvariants::once),
			new Invariant("ports-mean-one-thing", "Two programs cannot listen on one port of a host.",
					NetworkInvariants::portsOnce),
			new Invariant("firewall-opens-every-port", "A part that its peers cannot reach fails when it is needed.",
					NetworkInvariants::everyPortOpen),
			new Invariant("firewall-opens-nothing-else", "An open port without a program is a gap.",
					NetworkInvariants::nothingElseOpen),
			new Invariant("hba-covers-whom-the-firewall-lets-in",
					"Whoever gets through the firewall to PostgreSQL needs a line, and a line nobody can use is a gap.",
					NetworkInvariants::hbaCovers),
			new Invariant("no-site-holds-a-majority",
					"With a site that has most votes, or two copies, more is lost than a site.",
					NetworkInvariants::sitesApart));

	private NetworkInvariants() {
	}

	private static String hostsAsShape(ClusterPlan plan) {
		List<Set<Role>> wanted = plan.shape().slots().stream().map(HostSlot::roles).toList();
		List<Set<Role>> planned = plan.hosts().stream().map(Host::roles).toList();
		List<String> entries = plan.hosts().stream().map((host) -> host.name() + " " + host.address()).toList();
		List<String> named = plan.inventory()
			.hosts()
			.stream()
			.map((entry) -> entry.name() + " " + entry.address())
			.toList();
		return (wanted.equals(planned) && entries.equals(named)) ? ""
				: plan.hosts() + " do not fit " + plan.shape().footprint().id();
	}

	private static String sitesApart(ClusterPlan plan) {
		if (plan.shape().placement() == Placement.TOGETHER) {
			return "";
		}
		List<String> wrong = new ArrayList<>();
		for (Role role : List.of(Role.ETCD, Role.POSTGRESQL)) {
			Map<String, Integer> counted = new HashMap<>();
			plan.with(role).forEach((host) -> counted.merge(String.valueOf(plan.site(host)), 1, Integer::sum));
			counted.forEach((site, count) -> {
				if (count > 1) {
					wrong.add(count + " hosts with " + role.id() + " in " + site);
				}
			});
		}
		return String.join("; ", wrong);
	}

	private static String once(ClusterPlan plan) {
		Set<String> seen = new HashSet<>();
		List<String> twice = new ArrayList<>();
		if (plan.shape().entry() == Entry.KEEPALIVED) {
			seen.add(plan.inventory().vip().address().value());
		}
		for (Host host : plan.hosts()) {
			for (String word : List.of(host.name().value(), host.address().value())) {
				if (!seen.add(word)) {
					twice.add(word);
				}
			}
		}
		return twice.isEmpty() ? "" : String.join(", ", twice) + " twice";
	}

	private static String portsOnce(ClusterPlan plan) {
		Map<Integer, Party> owners = new HashMap<>();
		List<String> twice = new ArrayList<>();
		for (Flow flow : plan.flows()) {
			Party other = owners.putIfAbsent(flow.port(), flow.to());
			if (other != null && other != flow.to()) {
				twice.add("port %d of the %s and of the %s".formatted(flow.port(), other.title(), flow.to().title()));
			}
		}
		return String.join("; ", twice);
	}

	private static String everyPortOpen(ClusterPlan plan) {
		List<String> closed = new ArrayList<>();
		for (Host host : plan.hosts()) {
			Set<Integer> open = openPorts(plan, host);
			for (Role role : host.roles()) {
				Set<Integer> missing = new TreeSet<>(listening(plan, role));
				missing.removeAll(open);
				if (!missing.isEmpty()) {
					closed.add("%s of %s is closed on %s".formatted(missing, role.id(), host.name()));
				}
			}
		}
		return String.join("; ", closed);
	}

	private static String nothingElseOpen(ClusterPlan plan) {
		List<String> gaps = new ArrayList<>();
		for (Host host : plan.hosts()) {
			Set<Integer> open = openPorts(plan, host);
			open.remove(Ports.SSH);
			host.roles().forEach((role) -> open.removeAll(listening(plan, role)));
			if (!open.isEmpty()) {
				gaps.add(open + " is open on " + host.name());
			}
		}
		return String.join("; ", gaps);
	}

	private static String hbaCovers(ClusterPlan plan) {
		List<String> gaps = new ArrayList<>();
		Set<String> lines = new TreeSet<>();
		for (HbaRule rule : plan.hba()) {
			if (rule.type().equals("host") && !rule.address().startsWith("127.")) {
				lines.add(rule.address());
			}
		}
		Set<String> reachable = new TreeSet<>();
		for (Flow flow : plan.flows()) {
			if (flow.port() == Ports.POSTGRESQL && flow.to() == Party.POSTGRESQL) {
				reachable.addAll(PortMatrix.networks(plan, flow.from()));
			}
		}
		// A leader that talks to the virtual address does so from that address, by
		// loopback; it may be an application's, too.
		String vip = plan.inventory().vip().address() + "/32";
		if (!reachable.contains(vip)) {
			lines.remove(vip);
		}
		Set<String> unlisted = new TreeSet<>(reachable);
		unlisted.removeAll(lines);
		if (!unlisted.isEmpty()) {
			gaps.add("no line for " + unlisted);
		}
		lines.removeAll(reachable);
		if (!lines.isEmpty()) {
			gaps.add("no way in for " + lines);
		}
		return String.join("; ", gaps);
	}

	private static Set<Integer> openPorts(ClusterPlan plan, Host host) {
		Set<Integer> open = new TreeSet<>();
		plan.inbound(host).forEach((rule) -> open.add(rule.port()));
		return open;
	}

	/** What a role listens on; 0 stands for VRRP, which has no port. */
	private static Set<Integer> listening(ClusterPlan plan, Role role) {
		Set<Integer> ports = new TreeSet<>();
		plan.parts().forEach((part) -> ports.addAll(part.listens().getOrDefault(role, Set.of())));
		return ports;
	}

}
