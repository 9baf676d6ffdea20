package dev.pghaadvisor.parts.patroni;

import java.util.List;
import java.util.Set;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.HostFailures;
import dev.pghaadvisor.plan.Invariant;
import dev.pghaadvisor.plan.PostgresSettings.Scope;
import dev.pghaadvisor.plan.PostgresSettings.Setting;
import dev.pghaadvisor.plan.Role;

/** What has to hold between PostgreSQL's settings and the rest of the plan. */
final class PostgresInvariants {

	/** PostgreSQL's own superuser_reserved_connections. */
	private static final int SUPERUSERS = 3;

	/** Patroni sets these itself (docs/patroni_configuration.rst). */
	private static final Set<String> PATRONIS = Set.of("listen_addresses", "port", "cluster_name", "hot_standby",
			"primary_conninfo", "primary_slot_name", "synchronous_standby_names", "recovery_target_timeline");

	/** A host's own file is ignored for these (docs/patroni_configuration.rst). */
	private static final Set<String> ONLY_IN_DCS = Set.of("max_connections", "max_locks_per_transaction",
			"max_worker_processes", "max_prepared_transactions", "wal_level", "track_commit_timestamp",
			"max_wal_senders", "max_replication_slots", "wal_keep_size", "wal_log_hints");

	static final List<Invariant> ALL = List.of(
			new Invariant("nothing-that-patroni-sets-itself", "Patroni overrides it, and the file would lie.",
					PostgresInvariants::patronisOwn),
			new Invariant("shared-settings-in-the-dcs", "Patroni ignores a host's own value of these.",
					PostgresInvariants::sharedSettings),
			new Invariant("pools-within-max-connections",
					"HAProxy would hand out sessions that PostgreSQL refuses, or take those kept for the superuser.",
					PostgresInvariants::pools),
			new Invariant("wal-within-its-disk",
					"A disk full of WAL stops the leader, and Patroni does not fail over from it.",
					PostgresInvariants::walDisk),
			new Invariant("memory-within-the-host", "The kernel ends PostgreSQL when memory runs out.",
					PostgresInvariants::memory),
			new Invariant("huge-pages-within-the-host",
					"What is set aside for shared memory, used or not, is missing everywhere else.",
					PostgresInvariants::hugePages),
			new Invariant("senders-and-slots-for-every-member",
					"A replica without a sender or a slot falls behind for good.", PostgresInvariants::senders),
			new Invariant("fewer-synchronous-standbys-than-replicas",
					"With every replica synchronous, losing any one of them would hold up commits.",
					PostgresInvariants::synchronousStandbys));

	private PostgresInvariants() {
	}

	private static String patronisOwn(ClusterPlan plan) {
		return String.join(", ",
				plan.postgres().settings().stream().map(Setting::name).filter(PATRONIS::contains).toList());
	}

	private static String sharedSettings(ClusterPlan plan) {
		return String.join(", ",
				plan.postgres().in(Scope.LOCAL).stream().map(Setting::name).filter(ONLY_IN_DCS::contains).toList());
	}

	private static String pools(ClusterPlan plan) {
		int most = number(plan, "max_connections");
		int pool = plan.sessionsPerServer();
		return (pool >= 15 && pool + SUPERUSERS <= most) ? ""
				: "max_connections %d leave %d sessions to applications".formatted(most, pool);
	}

	private static String walDisk(ClusterPlan plan) {
		long disk = plan.inventory().walDiskGb() * 1024L;
		long wal = megabytes(plan, "max_wal_size");
		long slots = megabytes(plan, "max_slot_wal_keep_size");
		long keep = megabytes(plan, "wal_keep_size");
		return (wal + Math.max(slots, keep) <= disk * 4 / 5) ? ""
				: "max_wal_size %d MB + the larger of max_slot_wal_keep_size %d MB and wal_keep_size %d MB > 80 %% of %d MB"
					.formatted(wal, slots, keep, disk);
	}

	private static String memory(ClusterPlan plan) {
		long all = plan.inventory().databaseMemoryGb() * 1024L;
		long buffers = megabytes(plan, "shared_buffers");
		long maintenance = megabytes(plan, "maintenance_work_mem");
		long vacuum = megabytes(plan, "autovacuum_work_mem");
		return (buffers + maintenance + 5 * vacuum <= all / 2) ? ""
				: "shared_buffers %d MB + maintenance_work_mem %d MB + 5 * autovacuum_work_mem %d MB > half of %d MB"
					.formatted(buffers, maintenance, vacuum, all);
	}

	private static String hugePages(ClusterPlan plan) {
		long all = plan.inventory().databaseMemoryGb() * 1024L;
		long reserved = HugePages.of(plan).map(HugePages::megabytes).orElse(0L);
		return (reserved <= all / 2) ? "" : "huge pages of %d MB > half of %d MB".formatted(reserved, all);
	}

	private static String senders(ClusterPlan plan) {
		int needed = 2 * plan.with(Role.POSTGRESQL).size();
		int senders = number(plan, "max_wal_senders");
		int slots = number(plan, "max_replication_slots");
		return (senders >= needed && slots >= needed) ? ""
				: "max_wal_senders %d, max_replication_slots %d, needed %d".formatted(senders, slots, needed);
	}

	private static String synchronousStandbys(ClusterPlan plan) {
		int replicas = plan.with(Role.POSTGRESQL).size() - 1;
		int count = plan.synchronous().nodeCount();
		// A single replica is waited for until PostgreSQL gives it up; of two, one may
		// be.
		boolean everyOne = count == replicas && replicas > 1
				&& plan.advice().answers().get(HostFailures.CHOICE) == HostFailures.ONE;
		return (count <= replicas && !everyOne) ? "" : "%d of %d replicas are synchronous".formatted(count, replicas);
	}

	private static int number(ClusterPlan plan, String name) {
		return Integer.parseInt(plan.postgres().value(name));
	}

	static long megabytes(ClusterPlan plan, String name) {
		String value = plan.postgres().value(name);
		long number = Long.parseLong(value.substring(0, value.length() - 2));
		return value.endsWith("GB") ? number * 1024 : number;
	}

}
