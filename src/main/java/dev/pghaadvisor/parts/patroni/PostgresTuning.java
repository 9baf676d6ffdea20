package dev.pghaadvisor.parts.patroni;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.PostgresSettings;
import dev.pghaadvisor.plan.PostgresSettings.Scope;
import dev.pghaadvisor.plan.PostgresSettings.Setting;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Values;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.Chosen;

/**
 * Chooses PostgreSQL's settings. What has to be equal on every host goes to etcd; what
 * follows from a host's hardware stays with the host.
 */
final class PostgresTuning {

	/** Patroni and PostgreSQL 17 both start with this many. */
	private static final int WORKER_PROCESSES = 8;

	static final Choice.Ruled<BigDecimal> RANDOM_PAGE_COST = new Choice.Ruled<>("random-page-cost",
			Values.decimals(0, 1_000_000));

	/** PostgreSQL's MAX_IO_CONCURRENCY. */
	static final Choice.Ruled<Integer> EFFECTIVE_IO_CONCURRENCY = new Choice.Ruled<>("effective-io-concurrency",
			Values.numbers(0, 1000));

	/**
	 * MiB of shared buffers. Eight bytes of a page table stand for 4 KiB, so with 200
	 * sessions the tables of 4 GiB can take 1.6 GiB.
	 */
	private static final int HUGE_PAGES_FROM = 4096;

	private final List<Setting> settings = new ArrayList<>();

	private final Advice advice;

	private final Sizes sizes;

	private final boolean slotsOutliveMembers;

	private PostgresTuning(Advice advice, Shape shape, Inventory inventory) {
		this.advice = advice;
		this.slotsOutliveMembers = shape.platform().slotsOutliveMembers();
		this.sizes = Sizes.of(advice, shape, inventory);
	}

	static List<Setting> of(Advice advice, Shape shape, Inventory inventory) {
		PostgresTuning tuning = new PostgresTuning(advice, shape, inventory);
		tuning.connections();
		tuning.replication();
		tuning.settings.addAll(Conflicts.settings(advice));
		tuning.deadPeers();
		tuning.operation();
		tuning.memory();
		tuning.wal();
		tuning.storageAndCores();
		return List.copyOf(tuning.settings);
	}

	private void connections() {
		fromRule("max_connections", Sizes.MAX_CONNECTIONS, Scope.DCS);
		dcs("max_worker_processes", String.valueOf(Math.max(WORKER_PROCESSES, this.sizes.cores())),
				"As many as there are cores, at least PostgreSQL's own 8; a standby may not have fewer than its leader.");
		dcs("max_locks_per_transaction", "64", "PostgreSQL's own value; a standby may not have less than its leader.");
		dcs("max_prepared_transactions", "0",
				"Nothing here prepares transactions, and a forgotten one holds up vacuum.");
		dcs("track_commit_timestamp", "off", "Nothing here needs it; it has to be equal on every host.");
	}

	private void replication() {
		dcs("wal_level", "replica", "Enough for streaming replication.");
		dcs("wal_log_hints", "on", "pg_rewind needs it or checksums; with both it works even if one is lost.");
		dcs("max_wal_senders", "10", "Two for each of two replicas and room for backups and a replica being added.");
		dcs("max_replication_slots", "10", "One for each member and room for backups and a replica being added.");
		dcs("wal_keep_size", megabytes(this.sizes.walKeep(this.slotsOutliveMembers)), this.slotsOutliveMembers
				? "A replica that lost its slot can still catch up within this much WAL."
				: "This Patroni drops the slot of a member that has been away for one ttl: until a replica has restarted, nothing but this keeps what it needs.");
	}

	/**
	 * Without tcp_user_timeout: since Linux 5.11 it also counts while a living peer has
	 * closed its window (commit 9d9b1ee0b2d1, "tcp: fix TCP_USER_TIMEOUT with zero
	 * window"), so it would end the session of a client that pauses while it reads, and a
	 * copy of the database whose target stalls.
	 */
	private void deadPeers() {
		dcs("tcp_keepalives_idle", "10", "The kernel's own two hours would leave sessions of a lost client open.");
		dcs("tcp_keepalives_interval", "5", "A silent client is asked again every 5 s.");
		dcs("tcp_keepalives_count", "3",
				"A silent client is given up with the third question without an answer, after 25 s.");
		dcs("tcp_user_timeout", "0",
				"Off, since it would also end the session of a client that is alive and pauses while it reads. Data that a lost client does not acknowledge is given up by the kernel (tcp_retries2), after about 25 s, too.");
		dcs("client_connection_check_interval", "10s", "A query whose client has gone is cancelled while it runs.");
		Chosen<Integer> silence = this.advice.settings().get(PostgresSettings.REPLICATION_TIMEOUT);
		dcs("wal_sender_timeout", silence.value() + "s", silence.reason().explained());
		dcs("wal_receiver_timeout", silence.value() + "s",
				"As long as the leader waits for a replica, a replica waits for it.");
	}

	private void operation() {
		dcs("password_encryption", "scram-sha-256", "Every password line of pg_hba.conf asks for it.");
		dcs("log_lock_waits", "on", "A session that waits more than a second for a lock says so in the log.");
		dcs("log_line_prefix", "%m [%p] %q%u@%d ", "Time, process, user and database in front of every line.");
		dcs("wal_compression", "lz4", "Less WAL to write, to send and to replay for a little work of the processor.");
		switch (this.sizes.work()) {
			case OLTP -> dcs("jit", "off", "Compiling costs more than it gains for short queries.");
			case MIXED -> {
				dcs("jit", "on", "Long queries gain more than their compilation costs.");
				dcs("jit_above_cost", "1000000", "Ten times PostgreSQL's own, so that transactions are not compiled.");
			}
			case ANALYTICS -> {
				dcs("jit", "on", "PostgreSQL's own value: a query of minutes gains more than its compilation costs.");
				dcs("default_statistics_target", "500",
						"Five times PostgreSQL's own: the planner guesses better about large tables, and few queries pay for it.");
			}
		}
	}

	private void memory() {
		Sizes sizes = this.sizes;
		local("shared_buffers", megabytes(sizes.sharedBuffers()),
				"A quarter of the memory that is PostgreSQL's (" + sizes.memoryReason() + ").");
		boolean huge = sizes.sharedBuffers() >= HUGE_PAGES_FROM;
		local("huge_pages", huge ? HugePages.WANTED : "off", huge
				? "In the kernel's usual pages every session would keep a list of up to 8 MB for each 4 GB of shared buffers. The kernel is asked for these pages in 60-pg-ha-postgresql.conf; without them PostgreSQL starts with the usual ones."
				: "They pay from 4 GB of shared buffers on.");
		local("effective_cache_size", megabytes(sizes.memory() * 3 / 4),
				"Three quarters of that memory: what the planner may expect to find cached.");
		local("maintenance_work_mem", megabytes(sizes.maintenance()),
				(sizes.work() == Work.ANALYTICS)
						? "An eighth of that memory, at most 2 GB, for indexes on large tables."
						: "A sixteenth of that memory, at most 2 GB.");
		local("autovacuum_work_mem", megabytes(sizes.vacuum()),
				"A 64th of that memory, at most 2 GB: every worker of autovacuum may take it at the same time.");
		local("work_mem", megabytes(sizes.workMemory()),
				"What is left beside all of that and 10 MB for each connection, shared by every connection and worker three times over, "
						+ "at least 4 MB.");
	}

	private void wal() {
		local("max_wal_size", megabytes(this.sizes.maxWal()),
				"By the write load, at most a quarter of the space for WAL.");
		local("min_wal_size", megabytes(this.sizes.maxWal() / 4), "A quarter of max_wal_size is kept for reuse.");
		local("max_slot_wal_keep_size", megabytes(this.sizes.slotKeep()),
				"Half of the space for WAL: a replica that stays away loses its slot, and has to be copied anew by hand, before it fills the leader's disk.");
	}

	private void storageAndCores() {
		fromRule("random_page_cost", RANDOM_PAGE_COST, Scope.LOCAL);
		fromRule("effective_io_concurrency", EFFECTIVE_IO_CONCURRENCY, Scope.LOCAL);
		int cores = this.sizes.cores();
		if (cores >= 4) {
			String half = String.valueOf(Math.min(4, (cores + 1) / 2));
			boolean analytics = this.sizes.work() == Work.ANALYTICS;
			local("max_parallel_workers", String.valueOf(cores), "One for each core.");
			local("max_parallel_workers_per_gather", analytics ? String.valueOf((cores + 1) / 2) : half,
					analytics ? "Half of the cores for one query: there are few at a time."
							: "Half of the cores for one query, at most 4.");
			local("max_parallel_maintenance_workers", half, "Half of the cores for one index, at most 4.");
		}
		if (this.sizes.vacuumWorkers() > 3) {
			local("autovacuum_max_workers", String.valueOf(this.sizes.vacuumWorkers()),
					"More than 3 where there are cores for it.");
		}
	}

	private <T> void fromRule(String name, Choice.Ruled<T> choice, Scope scope) {
		Chosen<T> chosen = this.advice.settings().get(choice);
		this.settings.add(new Setting(name, chosen.value().toString(), chosen.reason().explained(), scope));
	}

	private void dcs(String name, String value, String because) {
		this.settings.add(new Setting(name, value, because, Scope.DCS));
	}

	private void local(String name, String value, String because) {
		this.settings.add(new Setting(name, value, because, Scope.LOCAL));
	}

	/** In the largest unit that needs no fraction. */
	private static String megabytes(long megabytes) {
		return (megabytes % 1024 == 0) ? megabytes / 1024 + "GB" : megabytes + "MB";
	}

}
