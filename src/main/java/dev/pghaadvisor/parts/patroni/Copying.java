package dev.pghaadvisor.parts.patroni;

import java.util.Locale;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Rebuild;
import dev.pghaadvisor.plan.WriteLoad;

/**
 * What the leader keeps for a new replica while that copies it.
 *
 * @param rebuild the copy
 * @param kept WAL in MiB that a slot may keep ({@code max_slot_wal_keep_size})
 * @param peak WAL written at the busiest, MB/s
 */
public record Copying(Rebuild rebuild, long kept, int peak) {

	/** Links are compared in steps that people think in, Mbit/s. */
	private static final int STEP = 100;

	/** Written on average over hours, if nothing else is known. */
	private static final double AVERAGE_OF_PEAK = 0.1;

	/** The copy of a plan's database. */
	public static Copying of(ClusterPlan plan) {
		return new Copying(Rebuild.of(plan), PostgresInvariants.megabytes(plan, "max_slot_wal_keep_size"),
				plan.advice().answers().get(WriteLoad.CHOICE).peak());
	}

	/** MB/s of WAL that may be written on average, or the copy is in vain. */
	public String bearable() {
		return String.format(Locale.ROOT, "%.1f MB/s", this.kept / this.rebuild.seconds());
	}

	/** Whether even a quiet average writes more than the slot keeps. */
	boolean isInVain() {
		return this.kept < needed();
	}

	/** MiB that the slot would have to keep. */
	long needed() {
		return Math.round(this.rebuild.seconds() * this.peak * AVERAGE_OF_PEAK);
	}

	/** The same over a link that would be fast enough, if its half can be used. */
	Copying fastEnough() {
		long enough = Math.round(Math.ceil((double) this.rebuild.link() * needed() / this.kept / STEP)) * STEP;
		// Rounding may have taken a little too much.
		Copying faster = over(enough);
		return faster.isInVain() ? over(enough + STEP) : faster;
	}

	private Copying over(long link) {
		return new Copying(new Rebuild(this.rebuild.gigabytes(), Math.toIntExact(Math.min(link, Integer.MAX_VALUE))),
				this.kept, this.peak);
	}

}
