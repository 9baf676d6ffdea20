package dev.pghaadvisor.parts.etcd;

import java.util.List;

import dev.pghaadvisor.parts.Break;
import dev.pghaadvisor.parts.InvariantsTestBase;
import dev.pghaadvisor.plan.Invariant;
import dev.pghaadvisor.rules.Design;

/** Breaks what has to hold for etcd. */
class EtcdInvariantsTests extends InvariantsTestBase {

	@Override
	protected List<Invariant> invariants() {
		return EtcdRoom.ROOM.part().invariants();
	}

	@Override
	protected List<Break> breaks() {
		return List.of(new Break("odd-number-of-etcd-members", Design.FULL, (plan) -> {
			plan.hosts.remove(5);
			return plan;
		}, "2 etcd members"));
	}

}
