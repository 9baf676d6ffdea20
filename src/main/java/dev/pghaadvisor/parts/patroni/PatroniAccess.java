package dev.pghaadvisor.parts.patroni;

import java.util.ArrayList;
import java.util.List;

import dev.pghaadvisor.plan.Cidr;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.HbaRule;
import dev.pghaadvisor.plan.Host;
import dev.pghaadvisor.plan.Role;

/**
 * Writes pg_hba.conf from the plan: no trust, no wildcard network, no remote superuser.
 */
final class PatroniAccess {

	private PatroniAccess() {
	}

	static List<HbaRule> of(ClusterPlan plan) {
		List<HbaRule> rules = new ArrayList<>();
		rules.add(new HbaRule("local", "all", "postgres", "", "peer",
				"The superuser comes in by the socket only, as the system user postgres."));
		rules.add(new HbaRule("host", "replication", "replicator", "127.0.0.1/32", HbaRule.SCRAM,
				"Patroni itself asks a replica for its position this way."));
		for (Host host : plan.with(Role.POSTGRESQL)) {
			rules.add(new HbaRule("host", "replication", "replicator", host.address() + "/32", HbaRule.SCRAM,
					host.name() + " replicates from here when this host leads."));
		}
		for (Host host : plan.with(Role.POSTGRESQL)) {
			rules.add(new HbaRule("host", "postgres", "rewind_user", host.address() + "/32", HbaRule.SCRAM,
					host.name() + " rewinds from here after it led."));
		}
		if (plan.haproxy() == null) {
			applications(plan, rules);
		}
		return List.copyOf(rules);
	}

	/** Where nothing stands between them and PostgreSQL. */
	private static void applications(ClusterPlan plan, List<HbaRule> rules) {
		for (Host host : plan.with(Role.POSTGRESQL)) {
			rules.add(HbaRule.application(plan.inventory(), host.address() + "/32",
					"verify.yml and drill.yml write as applications do from " + host.name() + "."));
		}
		if (plan.shape().entry() == Entry.KEEPALIVED) {
			rules.add(HbaRule.application(plan.inventory(), plan.inventory().vip().address() + "/32",
					"The leader itself reaches the VIP from the VIP."));
		}
		List<Cidr> applications = plan.inventory().applicationCidrs();
		for (Cidr network : plan.applicationSources()) {
			rules.add(HbaRule.application(plan.inventory(), network.toString(),
					applications.contains(network) ? "Applications connect from this network."
							: "The balancer connects from this network for applications."));
		}
	}

}
