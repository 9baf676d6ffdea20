package dev.pghaadvisor.parts.patroni;

import java.util.Locale;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.WriteLoad;

/**
 * How a new replica copies the leader, and what the leader keeps for it meanwhile.
 *
 * @param gigabytes size of the database
 * @param kept WAL in MiB that a slot may keep ({@code max_slot_wal_keep_size})
 * @param peak WAL written at the busiest, MB/s
 */
public record Copying(int gigabytes, long kept, int peak) {

	/** MB/s, half of a link of 1 Gbit/s ({@code max-rate} of pg_basebackup). */
	public static final int RATE = 60;

	/** Written on average over hours, if nothing else is known. */
	private static final double AVERAGE_OF_PEAK = 0.1;

	public static Copying of(ClusterPlan plan) {
		return new Copying(plan.advice().answers().get(DatabaseSize.CHOICE).gigabytes(),
				PostgresInvariants.megabytes(plan, "max_slot_wal_keep_size"),
				plan.advice().answers().get(WriteLoad.CHOICE).peak());
	}

	private double seconds() {
		return this.gigabytes * 1000.0 / RATE;
	}

	/** How long it takes, in words. */
	public String time() {
		double minutes = seconds() / 60;
		return (minutes < 90) ? Math.round(minutes) + " minutes"
				: String.format(Locale.ROOT, "%.1f hours", minutes / 60);
	}

	/** MB/s of WAL that may be written on average, or the copy is in vain. */
	public String bearable() {
		return String.format(Locale.ROOT, "%.1f MB/s", this.kept / seconds());
	}

	/** Whether even a quiet average writes more than the slot keeps. */
	boolean isInVain() {
		return this.kept < needed();
	}

	/** MiB that the slot would have to keep. */
	long needed() {
		return Math.round(seconds() * this.peak * AVERAGE_OF_PEAK);
	}

}
