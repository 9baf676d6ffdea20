package dev.pghaadvisor.plan;

import java.util.EnumSet;
import java.util.List;

import dev.pghaadvisor.parts.Break;
import dev.pghaadvisor.parts.InvariantsTestBase;
import dev.pghaadvisor.parts.Spoilt;
import dev.pghaadvisor.plan.Flow.Party;
import dev.pghaadvisor.rules.Design;

/** Breaks what has to hold whatever parts a plan has. */
class NetworkInvariantsTests extends InvariantsTestBase {

	@Override
	protected List<Invariant> invariants() {
		return NetworkInvariants.ALL;
	}

	@Override
	protected List<Break> breaks() {
		return List.of(new Break("hosts-as-the-shape-has-them", Design.FULL, (plan) -> {
			plan.hosts.set(0, new Host(new HostName("pg1"), new Ipv4Address("192.0.2.11"),
					EnumSet.of(Role.POSTGRESQL, Role.ETCD)));
			return plan;
		}, "do not fit full-8"), new Break("names-and-addresses-once", Design.FULL, (plan) -> {
			Host first = plan.hosts.get(0);
			plan.hosts.set(1, new Host(first.name(), new Ipv4Address("192.0.2.100"), first.roles()));
			return plan;
		}, "pg1, 192.0.2.100 twice"), new Break("ports-mean-one-thing", Design.SIMPLE, (plan) -> {
			plan.flows.add(new Flow(Party.POSTGRESQL, Party.ETCD, Ports.PATRONI, "tcp", "a second owner"));
			return plan;
		}, "port 8008 of the database hosts and of the etcd hosts"),
				new Break("firewall-opens-every-port", Design.FULL, (plan) -> {
					plan.flows.removeIf((flow) -> flow.port() == Ports.ETCD_PEER);
					return plan;
				}, "[2380] of etcd is closed on etcd1"),
				new Break("firewall-opens-nothing-else", Design.FULL, (plan) -> {
					plan.flows.add(new Flow(Party.POSTGRESQL, Party.HAPROXY, 9999, "tcp", "nothing"));
					return plan;
				}, "[9999] is open on lb1; [9999] is open on lb2"),
				new Break("hba-covers-whom-the-firewall-lets-in", Design.FULL, (plan) -> {
					plan.flows.removeIf((flow) -> flow.from() == Party.HAPROXY && flow.port() == Ports.POSTGRESQL);
					return plan;
				}, "no way in for [192.0.2.31/32, 192.0.2.32/32]"), new Break("no-site-holds-a-majority", Design.SIMPLE,
						Spoilt::inOneOfThreeSites, "3 hosts with etcd in site1; 3 hosts with postgresql in site1"));
	}

}
