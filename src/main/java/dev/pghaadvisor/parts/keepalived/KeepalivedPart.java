package dev.pghaadvisor.parts.keepalived;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.pghaadvisor.plan.Cidr;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.Flow;
import dev.pghaadvisor.plan.Flow.Party;
import dev.pghaadvisor.plan.Invariant;
import dev.pghaadvisor.plan.KeepalivedTimers;
import dev.pghaadvisor.plan.Part;
import dev.pghaadvisor.plan.Phase;
import dev.pghaadvisor.plan.Role;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.rules.Settings;

/** Keepalived in plans: an address that leaves a host before another one leads. */
final class KeepalivedPart implements Part {

	@Override
	public String id() {
		return "keepalived";
	}

	@Override
	public Phase phase() {
		return Phase.ROUTING;
	}

	@Override
	public boolean isIn(Shape shape, Settings settings) {
		return shape.entry() == Entry.KEEPALIVED;
	}

	@Override
	public List<Flow> flows(Shape shape) {
		return List.of(Flow.vrrp(Party.KEEPALIVED, Party.KEEPALIVED,
				"VRRP (IP protocol 112) between the hosts that may hold the virtual address"));
	}

	@Override
	public Map<Role, Set<Integer>> listens() {
		return Map.of(Role.KEEPALIVED, Set.of(0));
	}

	@Override
	public List<Invariant> invariants() {
		return List.of(
				new Invariant("address-leaves-before-the-next-leader",
						"The virtual address must leave the old leader before the key can expire.",
						KeepalivedPart::addressLeaves),
				new Invariant("check-script-timeout-within-its-fall",
						"A hanging check would otherwise outlast the failures that should have ended it.",
						KeepalivedPart::scriptTimeout),
				new Invariant("adverts-that-vrrp-can-count", "VRRPv3 counts hundredths of a second up to 40.95 s.",
						KeepalivedPart::advertInterval),
				new Invariant("virtual-address-in-the-subnet",
						"Clients ask for the address in its subnet; a holder elsewhere cannot answer.",
						KeepalivedPart::addressInSubnet));
	}

	private static String addressLeaves(ClusterPlan plan) {
		if (plan.with(Role.KEEPALIVED).isEmpty()) {
			return "";
		}
		KeepalivedTimers checks = plan.keepalived();
		int slowest = checks.patience() * checks.interval();
		int soonest = plan.patroni().ttl() - plan.patroni().loopWait();
		return (slowest < soonest) ? "" : "patience of %d checks * interval %d = %d s >= ttl - loop_wait = %d s"
			.formatted(checks.patience(), checks.interval(), slowest, soonest);
	}

	private static String scriptTimeout(ClusterPlan plan) {
		KeepalivedTimers checks = plan.keepalived();
		return (checks.timeout() >= 1 && checks.timeout() <= checks.interval() * checks.fall()) ? ""
				: "timeout %d s, interval %d s * fall %d".formatted(checks.timeout(), checks.interval(), checks.fall());
	}

	private static String advertInterval(ClusterPlan plan) {
		double hundredths = plan.keepalived().advertInterval() * 100;
		return (Math.abs(hundredths - Math.rint(hundredths)) < 1e-6 && hundredths >= 1 && hundredths <= 4095) ? ""
				: "advert_int " + plan.keepalived().advertInterval();
	}

	private static String addressInSubnet(ClusterPlan plan) {
		Cidr subnet = plan.inventory().vip().subnet();
		return String.join("; ",
				plan.with(Role.KEEPALIVED)
					.stream()
					.filter((host) -> !subnet.contains(host.address()) || subnet.isEdge(host.address()))
					.map((host) -> host.name() + " at " + host.address() + " is no host of " + subnet)
					.toList());
	}

}
