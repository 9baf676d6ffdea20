package dev.pghaadvisor.parts.patroni;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Rebuild;
import dev.pghaadvisor.rules.Effect;
import dev.pghaadvisor.rules.Finding;
import dev.pghaadvisor.rules.RuleSource;

/** Sizes about which the answers and the hosts disagree. */
final class SizeConcerns {

	private static final RuleSource SOURCE = new RuleSource("postgresql-connections",
			"PostgreSQL: connections and authentication",
			"https://www.postgresql.org/docs/17/runtime-config-connection.html");

	private static final RuleSource STANDBY = new RuleSource("postgresql-standby", "PostgreSQL: replication settings",
			"https://www.postgresql.org/docs/17/runtime-config-replication.html");

	/** Hours. */
	private static final double LONG = 4;

	private SizeConcerns() {
	}

	static List<Finding> of(ClusterPlan plan) {
		return Stream.of(memory(plan), copying(plan), rebuilding(plan)).flatMap(Optional::stream).toList();
	}

	/** A copy that takes most of a night is a risk to be known before it is taken. */
	private static Optional<Finding> rebuilding(ClusterPlan plan) {
		Rebuild rebuild = Rebuild.of(plan);
		if (rebuild.hours() < LONG) {
			return Optional.empty();
		}
		Effect warn = new Effect.Warn(
				"After the loss of a database host one copy is missing for about %s, counted with %d GB over %s."
					.formatted(rebuild.time(), rebuild.gigabytes(), rebuild.network()),
				rebuild.isAtItsFastest() ? "" : "A faster network between the database hosts shortens it.");
		return Optional.of(new Finding("rebuild-takes-hours", warn, Map.of(),
				"A host in its place copies %d GB at %s, half of what the network carries, so that the other half is left for the work. Until it has, the next failure meets one copy less."
					.formatted(rebuild.gigabytes(), rebuild.speed()),
				List.of(STANDBY)));
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
					.formatted(copying.rebuild().gigabytes(), copying.rebuild().time(), copying.bearable()),
				"Give WAL a disk of %d GB, %sor copy when little is written.".formatted(disk, fasterLink(copying)));
		return Optional.of(new Finding("copy-outruns-its-slot", warn, Map.of(),
				"The leader keeps WAL for a replica that copies it, at most half of the space for WAL. A tenth of %d MB/s, which is taken for the peak of your answer, already writes more during one copy; then the slot is lost, and the finished copy cannot follow (requested WAL segment has already been removed)."
					.formatted(copying.peak()),
				List.of(STANDBY)));
	}

	/** Nothing where no link would do, because a copy takes no more of it. */
	private static String fasterLink(Copying copying) {
		Copying faster = copying.fastEnough();
		return faster.isInVain() ? ""
				: "or the database hosts a network of %s between them, ".formatted(faster.rebuild().network());
	}

	private static Optional<Finding> memory(ClusterPlan plan) {
		Sizes sizes = Sizes.of(plan.advice(), plan.shape(), plan.inventory());
		long needed = sizes.worst();
		if (needed <= sizes.memory()) {
			return Optional.empty();
		}
		long kept = plan.inventory().databaseMemoryGb() * 1024L - sizes.memory();
		long enough = plan.inventory().databaseMemoryGb();
		while (sizes.with(enough * 1024 - kept).worst() > enough * 1024 - kept) {
			enough++;
		}
		Effect warn = new Effect.Warn(
				String.format(Locale.ROOT,
						"%d connections can use %.1f GB, and PostgreSQL has %.1f GB on each database host.",
						sizes.connections(), needed / 1024.0, sizes.memory() / 1024.0),
				"Give each database host %d GB, or let a pooler make the connections fewer.".formatted(enough));
		return Optional.of(new Finding("memory-for-connections", warn, Map.of(),
				"Each connection is a process that takes about %d MB beside the shared buffers and what it sorts in; when memory runs out the kernel ends processes, and with the wrong one PostgreSQL restarts."
					.formatted(Sizes.CONNECTION),
				List.of(SOURCE)));
	}

}
