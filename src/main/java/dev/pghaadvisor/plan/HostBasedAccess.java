package dev.pghaadvisor.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes pg_hba.conf from the plan: no trust, no wildcard network, no remote superuser.
 */
final class HostBasedAccess {

	private static final String SCRAM = "scram-sha-256";

	private HostBasedAccess() {
	}

	static List<HbaRule> of(ClusterPlan plan) {
		List<HbaRule> rules = new ArrayList<>();
		rules.add(new HbaRule("local", "all", "postgres", "", "peer",
				"The superuser comes in by the socket only, as the system user postgres."));
		rules.add(new HbaRule("host", "replication", "replicator", "127.0.0.1/32", SCRAM,
				"Patroni itself asks a replica for its position this way."));
		for (Host host : plan.with(Role.POSTGRESQL)) {
			rules.add(new HbaRule("host", "replication", "replicator", host.address() + "/32", SCRAM,
					host.name() + " replicates from here when this host leads."));
		}
		for (Host host : plan.with(Role.POSTGRESQL)) {
			rules.add(new HbaRule("host", "postgres", "rewind_user", host.address() + "/32", SCRAM,
					host.name() + " rewinds from here after it led."));
		}
		String database = plan.inventory().database().value();
		String user = plan.inventory().applicationUser().value();
		if (plan.haproxy() == null) {
			for (Host host : plan.with(Role.POSTGRESQL)) {
				rules.add(new HbaRule("host", database, user, host.address() + "/32", SCRAM,
						"verify.yml and drill.yml write as applications do from " + host.name() + "."));
			}
			if (plan.shape().entry() == Entry.KEEPALIVED) {
				rules.add(new HbaRule("host", database, user, plan.inventory().vip().address() + "/32", SCRAM,
						"The leader itself reaches the VIP from the VIP."));
			}
			for (Cidr network : plan.inventory().applicationCidrs()) {
				rules.add(new HbaRule("host", database, user, network.toString(), SCRAM,
						"Applications connect from this network."));
			}
		}
		else {
			for (Host host : plan.with(Role.HAPROXY)) {
				rules.add(new HbaRule("host", database, user, host.address() + "/32", SCRAM,
						"Applications arrive through HAProxy on " + host.name() + "."));
			}
		}
		return List.copyOf(rules);
	}

}
