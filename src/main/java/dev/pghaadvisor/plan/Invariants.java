package dev.pghaadvisor.plan;

import java.util.ArrayList;
import java.util.List;

/** What has to hold between the parts of a plan, by name. */
public final class Invariants {

	/** Sessions for the superuser, Patroni and people, which HAProxy may not take. */
	static final int SESSIONS_KEPT_BACK = 10;

	private static final List<Invariant> ALL;

	static {
		List<Invariant> all = new ArrayList<>(TimerInvariants.ALL);
		all.addAll(NetworkInvariants.ALL);
		all.addAll(PostgresInvariants.ALL);
		ALL = List.copyOf(all);
	}

	private Invariants() {
	}

	/** Every invariant, each name once. */
	public static List<Invariant> all() {
		return ALL;
	}

	static void check(ClusterPlan plan) {
		List<String> broken = new ArrayList<>();
		for (Invariant invariant : ALL) {
			String numbers = invariant.check().apply(plan);
			if (!numbers.isEmpty()) {
				broken.add(invariant.name() + ": " + numbers);
			}
		}
		if (!broken.isEmpty()) {
			throw new BrokenInvariantException(broken);
		}
	}

}
