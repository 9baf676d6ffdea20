package dev.pghaadvisor.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What has to hold between the parts of a plan, by name. */
public final class Invariants {

	/** Sessions for the superuser, Patroni and people, which HAProxy may not take. */
	static final int SESSIONS_KEPT_BACK = 10;

	private Invariants() {
	}

	/** Every invariant of plans with these parts, each name once. */
	public static List<Invariant> with(List<Part> parts) {
		return Stream
			.concat(NetworkInvariants.ALL.stream(), parts.stream().flatMap((part) -> part.invariants().stream()))
			.toList();
	}

	static void check(ClusterPlan plan) {
		List<String> broken = new ArrayList<>();
		for (Invariant invariant : with(plan.parts())) {
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
