package dev.pghaadvisor.plan;

import java.util.List;

/** What has to hold between the parts of a plan, by name. */
public final class Invariants {

	static final int SESSIONS_KEPT_BACK = 10;

	private Invariants() {
	}

	static void check(ClusterPlan plan) {
		if (plan.hosts().isEmpty()) {
			throw new BrokenInvariantException(List.of("hosts: none"));
		}
	}

}
