package dev.pghaadvisor.parts.patroni;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.rules.Effect;
import dev.pghaadvisor.rules.Finding;
import dev.pghaadvisor.rules.RuleSource;

/** Sizes about which the answers and the hosts disagree. */
final class SizeConcerns {

	/** MiB of a process of PostgreSQL with its caches, beside the shared buffers. */
	private static final int CONNECTION = 10;

	private static final RuleSource SOURCE = new RuleSource("postgresql-connections",
			"PostgreSQL: connections and authentication",
			"https://www.postgresql.org/docs/17/runtime-config-connection.html");

	private SizeConcerns() {
	}

	static List<Finding> of(ClusterPlan plan) {
		Sizes sizes = Sizes.of(plan.advice(), plan.shape(), plan.inventory());
		long needed = sizes.sharedBuffers() + (long) CONNECTION * sizes.connections();
		if (needed <= sizes.memory()) {
			return List.of();
		}
		// A quarter of the memory is shared buffers, so the connections have the rest.
		long enough = (long) Math.ceil((CONNECTION * sizes.connections() * 4.0 / 3
				+ (plan.inventory().databaseMemoryGb() * 1024L - sizes.memory())) / 1024);
		Effect warn = new Effect.Warn(
				String.format(Locale.ROOT,
						"%d connections can use %.1f GB, and PostgreSQL has %.1f GB on each database host.",
						sizes.connections(), needed / 1024.0, sizes.memory() / 1024.0),
				"Give each database host %d GB, or let a pooler make the connections fewer.".formatted(enough));
		return List.of(new Finding("memory-for-connections", warn, Map.of(),
				"Each connection is a process that takes about %d MB beside the shared buffers; when memory runs out the kernel ends processes, and with the wrong one PostgreSQL restarts."
					.formatted(CONNECTION),
				List.of(SOURCE)));
	}

}
