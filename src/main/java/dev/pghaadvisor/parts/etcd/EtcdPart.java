package dev.pghaadvisor.parts.etcd;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Flow;
import dev.pghaadvisor.plan.Flow.Party;
import dev.pghaadvisor.plan.Invariant;
import dev.pghaadvisor.plan.Part;
import dev.pghaadvisor.plan.Phase;
import dev.pghaadvisor.plan.Ports;
import dev.pghaadvisor.plan.Role;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.rules.Settings;

/** etcd in plans: its members among each other, and that they can form a majority. */
final class EtcdPart implements Part {

	@Override
	public String id() {
		return "etcd";
	}

	@Override
	public Phase phase() {
		return Phase.STORE;
	}

	@Override
	public boolean isIn(Shape shape, Settings settings) {
		return true;
	}

	@Override
	public List<Flow> flows(Shape shape) {
		return List.of(Flow.tcp(Party.ETCD, Party.ETCD, Ports.ETCD_CLIENT, "etcdctl asks every member for its health"),
				Flow.tcp(Party.ETCD, Party.ETCD, Ports.ETCD_PEER, "etcd among its members"));
	}

	@Override
	public Map<Role, Set<Integer>> listens() {
		return Map.of(Role.ETCD, Set.of(Ports.ETCD_CLIENT, Ports.ETCD_PEER));
	}

	@Override
	public List<Invariant> invariants() {
		return List.of(new Invariant("odd-number-of-etcd-members",
				"An even number survives no more failures than one less, and 1 survives none.", EtcdPart::oddMembers));
	}

	private static String oddMembers(ClusterPlan plan) {
		int members = plan.with(Role.ETCD).size();
		return (members >= 3 && members <= 7 && members % 2 == 1) ? "" : members + " etcd members";
	}

}
