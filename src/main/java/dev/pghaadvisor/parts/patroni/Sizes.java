package dev.pghaadvisor.parts.patroni;

import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Role;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.plan.WriteLoad;
import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Values;
import dev.pghaadvisor.rules.Advice;

/**
 * What PostgreSQL gets of a database host, in MiB and cores. The formulas are those of
 * pgtune (github.com/le0pard/pgtune, configurationSlice.js), with room kept for what it
 * does not count: processes and vacuum.
 *
 * @param memory what is left for PostgreSQL
 * @param cores what is left for PostgreSQL, at least one
 * @param connections the most sessions
 * @param work what kind of work they do
 * @param walDisk space for WAL
 * @param wantedWal {@code max_wal_size} if the disk were endless
 * @param memoryReason how {@code memory} came about
 */
record Sizes(long memory, int cores, int connections, Work work, long walDisk, long wantedWal, String memoryReason) {

	/** PostgreSQL counts its processes in 18 bits (MAX_BACKENDS). */
	static final Choice.Ruled<Integer> MAX_CONNECTIONS = new Choice.Ruled<>("max-connections",
			Values.numbers(1, 0x3FFFF));

	private static final int SMALLEST_WORK_MEMORY = 4;

	private static final int LARGEST_MAINTENANCE = 2048;

	/** MiB of a process of PostgreSQL with its caches, beside the shared buffers. */
	static final int CONNECTION = 10;

	/**
	 * Sorts and hashes that one query is taken to have at the same time, as pgtune has
	 * it.
	 */
	private static final int SORTS = 3;

	static Sizes of(Advice advice, Shape shape, Inventory inventory) {
		long all = inventory.databaseMemoryGb() * 1024L;
		int cores = inventory.databaseCores();
		boolean shared = shape.slots().get(0).roles().contains(Role.ETCD);
		long kept = shared ? Math.min(1024, all / 4) : 0;
		String reason = shared ? "%d GB less %d MB for etcd beside it".formatted(all / 1024, kept)
				: "%d GB, all of it".formatted(all / 1024);
		Work work = advice.answers().get(Work.CHOICE);
		return new Sizes(all - kept, shared ? Math.max(1, cores - 1) : cores, advice.settings().value(MAX_CONNECTIONS),
				work, inventory.walDiskGb() * 1024L, wantedWal(advice.answers().get(WriteLoad.CHOICE), work), reason);
	}

	/** Loads of a warehouse come in bulk, whatever the peak of a usual day is. */
	private static long wantedWal(WriteLoad writeLoad, Work work) {
		return (work == Work.ANALYTICS) ? 16384 : switch (writeLoad) {
			case LOW -> 2048;
			case MODERATE -> 4096;
			case HEAVY -> 16384;
		};
	}

	long sharedBuffers() {
		return this.memory / 4;
	}

	long maintenance() {
		long share = this.memory / ((this.work == Work.ANALYTICS) ? 8 : 16);
		return Math.max(SMALLEST_WORK_MEMORY, Math.min(LARGEST_MAINTENANCE, share));
	}

	/** For each worker of autovacuum. */
	long vacuum() {
		return Math.max(SMALLEST_WORK_MEMORY, Math.min(LARGEST_MAINTENANCE, this.memory / 64));
	}

	long workMemory() {
		return Math.max(SMALLEST_WORK_MEMORY, (this.memory - besideWork()) / ((this.connections + workers()) * SORTS));
	}

	/** MiB that everything takes at once but what queries sort and hash in. */
	long besideWork() {
		return sharedBuffers() + maintenance() + vacuumWorkers() * vacuum() + (long) CONNECTION * this.connections;
	}

	/** MiB that all of it takes when every session and worker sorts at the same time. */
	long worst() {
		return besideWork() + (this.connections + workers()) * workMemory();
	}

	/** The same with that much memory. */
	Sizes with(long memory) {
		return new Sizes(memory, this.cores, this.connections, this.work, this.walDisk, this.wantedWal,
				this.memoryReason);
	}

	/** PostgreSQL's own 3, and more where there are cores for them. */
	int vacuumWorkers() {
		return (this.cores >= 32) ? 5 : (this.cores >= 16) ? 4 : 3;
	}

	private long workers() {
		return Math.max(8, this.cores);
	}

	long maxWal() {
		return Math.min(this.wantedWal, this.walDisk / 4);
	}

	long slotKeep() {
		return this.walDisk / 2;
	}

	/**
	 * At most a gigabyte and a sixteenth of the disk; a quarter of it where nothing else
	 * keeps WAL for a replica that is away.
	 */
	long walKeep(boolean slotsOutliveMembers) {
		return slotsOutliveMembers ? Math.min(1024, this.walDisk / 16) : this.walDisk / 4;
	}

}
