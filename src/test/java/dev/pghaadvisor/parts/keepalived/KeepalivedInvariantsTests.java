package dev.pghaadvisor.parts.keepalived;

import java.util.List;

import dev.pghaadvisor.parts.Break;
import dev.pghaadvisor.parts.InvariantsTestBase;
import dev.pghaadvisor.plan.Host;
import dev.pghaadvisor.plan.Invariant;
import dev.pghaadvisor.plan.Ipv4Address;
import dev.pghaadvisor.plan.KeepalivedTimers;
import dev.pghaadvisor.rules.Design;

/** Breaks what has to hold for Keepalived. */
class KeepalivedInvariantsTests extends InvariantsTestBase {

	@Override
	protected List<Invariant> invariants() {
		return KeepalivedRoom.ROOM.part().invariants();
	}

	@Override
	protected List<Break> breaks() {
		return List.of(
				new Break("address-leaves-before-the-next-leader", Design.SIMPLE,
						(plan) -> plan.keepalived(new KeepalivedTimers(0.3, 5, 2, 3, 1)),
						"patience of 6 checks * interval 5 = 30 s >= ttl - loop_wait = 15 s"),
				new Break("check-script-timeout-within-its-fall", Design.SIMPLE,
						(plan) -> plan.keepalived(new KeepalivedTimers(0.3, 1, 3, 2, 1)),
						"timeout 3 s, interval 1 s * fall 2"),
				new Break("adverts-that-vrrp-can-count", Design.FULL,
						(plan) -> plan.keepalived(new KeepalivedTimers(0.305, 1, 2, 2, 1)), "advert_int 0.305"),
				new Break("virtual-address-in-the-subnet", Design.FULL, (plan) -> {
					Host balancer = plan.hosts.get(7);
					plan.hosts.set(7, new Host(balancer.name(), new Ipv4Address("198.51.100.1"), balancer.roles()));
					return plan;
				}, "lb2 at 198.51.100.1 is no host of 192.0.2.0/24"));
	}

}
