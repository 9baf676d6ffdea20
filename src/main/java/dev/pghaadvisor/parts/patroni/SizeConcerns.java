package dev.pghaadvisor.parts.patroni;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

	private static final RuleSource STANDBY = new RuleSource("postgresql-standby", "PostgreSQL: replication settings",
			"https://www.postgresql.org/docs/17/runtime-config-replication.html");

	private SizeConcerns() {
	}

	static List<Finding> of(ClusterPlan plan) {
		return Stream.concat(memory(plan).stream(), copying(plan).stream()).toList();
	}

	/** A slot that is lost during a copy makes the copy useless. */
	private static Optional<Finding> copying(ClusterPlan plan) {
		Copying copying = Copying.of(plan);
		if (!copying.isInVain()) {
			return Optional.empty();
		}
		// Half of the disk is what a slot may keep.
		long disk = (long) Math.ceil(copying.needed() * 2 / 1024.0);
		Effect warn = new Effect.Warn(
				"A new replica copies %d GB in %s, and only %s of WAL may be written meanwhile."
					.formatted(copying.gigabytes(), copying.time(), copying.bearable()),
				"Give WAL a disk of %d GB, %sor copy when little is written.".formatted(disk, fasterLink(copying)));
		return Optional.of(new Finding("copy-outruns-its-slot", warn, Map.of(),
				"The leader keeps WAL for a replica that copies it, at most half of the space for WAL. A tenth of your peak of %d MB/s already writes more during one copy; then the slot is lost, and the finished copy cannot follow (requested WAL segment has already been removed)."
					.formatted(copying.peak()),
				List.of(STANDBY)));
	}

	/** Nothing where no link would do, because a copy takes no more of it. */
	private static String fasterLink(Copying copying) {
		Copying faster = copying.fastEnough();
		return faster.isInVain() ? ""
				: "or the database hosts a network of %s between them, ".formatted(faster.network());
	}

	private static Optional<Finding> memory(ClusterPlan plan) {
		Sizes sizes = Sizes.of(plan.advice(), plan.shape(), plan.inventory());
		long needed = sizes.sharedBuffers() + (long) CONNECTION * sizes.connections();
		if (needed <= sizes.memory()) {
			return Optional.empty();
		}
		// A quarter of the memory is shared buffers, so the connections have the rest.
		long enough = (long) Math.ceil((CONNECTION * sizes.connections() * 4.0 / 3
				+ (plan.inventory().databaseMemoryGb() * 1024L - sizes.memory())) / 1024);
		Effect warn = new Effect.Warn(
				String.format(Locale.ROOT,
						"%d connections can use %.1f GB, and PostgreSQL has %.1f GB on each database host.",
						sizes.connections(), needed / 1024.0, sizes.memory() / 1024.0),
				"Give each database host %d GB, or let a pooler make the connections fewer.".formatted(enough));
		return Optional.of(new Finding("memory-for-connections", warn, Map.of(),
				"Each connection is a process that takes about %d MB beside the shared buffers; when memory runs out the kernel ends processes, and with the wrong one PostgreSQL restarts."
					.formatted(CONNECTION),
				List.of(SOURCE)));
	}

}
