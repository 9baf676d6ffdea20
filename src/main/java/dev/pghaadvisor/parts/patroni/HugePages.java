package dev.pghaadvisor.parts.patroni;

import java.util.Optional;

import dev.pghaadvisor.plan.ClusterPlan;

/**
 * Memory that the kernel sets aside for PostgreSQL's shared memory, in pages of 2 MiB
 * (PostgreSQL's documentation, 18.4.5, "Linux Huge Pages"). A database host without them
 * uses the kernel's usual pages.
 *
 * @param count how many are asked for
 * @param buffers how many of them the shared buffers take
 */
public record HugePages(long count, long buffers) {

	/** What {@code huge_pages} says where they are asked for. */
	static final String WANTED = "try";

	/** MiB, on x86-64 and arm64. */
	private static final int SIZE = 2;

	/**
	 * What is shared beside the buffers and their descriptors, MiB. PostgreSQL 15 and 17
	 * ask for 1.9 % of the buffers, 35 to 70 MiB, and a MiB for each 20 sessions
	 * ({@code postgres -C shared_memory_size} with 4 GB to 1 TB of buffers and 100 to
	 * 200,000 sessions). More than they need costs little, one page less costs all.
	 */
	private static final int BESIDE = 128;

	private static final int BUFFERS_PER_DESCRIPTORS = 50;

	private static final int SESSIONS_PER_MEGABYTE = 16;

	/**
	 * @throws IllegalArgumentException if not even the buffers fit in
	 */
	public HugePages {
		if (buffers < 1 || count < buffers) {
			throw new IllegalArgumentException(count + " huge pages are too few for buffers of " + buffers);
		}
	}

	/** None where the plan does not want them. */
	public static Optional<HugePages> of(ClusterPlan plan) {
		if (!plan.postgres().value("huge_pages").equals(WANTED)) {
			return Optional.empty();
		}
		long buffers = PostgresInvariants.megabytes(plan, "shared_buffers");
		long sessions = Long.parseLong(plan.postgres().value("max_connections"))
				+ Long.parseLong(plan.postgres().value("max_worker_processes"));
		long all = buffers + ceilDiv(buffers, BUFFERS_PER_DESCRIPTORS) + ceilDiv(sessions, SESSIONS_PER_MEGABYTE)
				+ BESIDE;
		return Optional.of(new HugePages(ceilDiv(all, SIZE), ceilDiv(buffers, SIZE)));
	}

	private static long ceilDiv(long number, long by) {
		return -Math.floorDiv(-number, by);
	}

	/** MiB that are set aside. */
	long megabytes() {
		return this.count * SIZE;
	}

}
