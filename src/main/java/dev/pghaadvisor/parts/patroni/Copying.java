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
 * @param link what the network carries between the database hosts, Mbit/s
 */
public record Copying(int gigabytes, long kept, int peak, int link) {

	/** The most that pg_basebackup takes, KiB/s (MAX_RATE_UPPER of basebackup.h). */
	private static final long HIGHEST_RATE = 1024 * 1024;

	/** From here on a rate is told in MiB/s: a whole number is close enough. */
	private static final long TEN_MEGABYTES = 10 * 1024;

	/** Links are compared in steps that people think in, Mbit/s. */
	private static final int STEP = 100;

	/** Written on average over hours, if nothing else is known. */
	private static final double AVERAGE_OF_PEAK = 0.1;

	public static Copying of(ClusterPlan plan) {
		return new Copying(plan.advice().answers().get(DatabaseSize.CHOICE).gigabytes(),
				PostgresInvariants.megabytes(plan, "max_slot_wal_keep_size"),
				plan.advice().answers().get(WriteLoad.CHOICE).peak(), plan.inventory().databaseLinkMbit());
	}

	/** Half of the link in KiB/s. */
	private long rate() {
		long half = Math.round(this.link * 1_000_000.0 / 8 / 2 / 1024);
		return Math.min(HIGHEST_RATE, (half < TEN_MEGABYTES) ? half : Math.round(half / 1024.0) * 1024);
	}

	/** As {@code max-rate} of pg_basebackup wants it. */
	public String maxRate() {
		return (rate() < TEN_MEGABYTES) ? rate() + "k" : rate() / 1024 + "M";
	}

	/** The same in words. */
	public String speed() {
		return (rate() < TEN_MEGABYTES) ? String.format(Locale.ROOT, "%.1f MB/s", rate() / 1024.0)
				: rate() / 1024 + " MB/s";
	}

	/** Whether half of the link would be more than pg_basebackup takes. */
	public boolean isAtItsFastest() {
		return rate() == HIGHEST_RATE;
	}

	/** The link in words. */
	public String network() {
		return (this.link % STEP == 0 && this.link >= 1000)
				? String.format(Locale.ROOT, "%.1f Gbit/s", this.link / 1000.0).replace(".0 ", " ")
				: this.link + " Mbit/s";
	}

	private double seconds() {
		return this.gigabytes * 1000.0 / (rate() / 1024.0);
	}

	double hours() {
		return seconds() / 3600;
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

	/** The same over a link that would be fast enough, if its half can be used. */
	Copying fastEnough() {
		long enough = Math.round(Math.ceil((double) this.link * needed() / this.kept / STEP)) * STEP;
		// Rounding may have taken a little too much.
		Copying faster = over(enough);
		return faster.isInVain() ? over(enough + STEP) : faster;
	}

	private Copying over(long link) {
		return new Copying(this.gigabytes, this.kept, this.peak, Math.toIntExact(Math.min(link, Integer.MAX_VALUE)));
	}

}
