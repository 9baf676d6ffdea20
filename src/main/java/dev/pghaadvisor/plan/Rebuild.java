package dev.pghaadvisor.plan;

import java.util.Locale;

/**
 * How a lost copy is made good: a host in its place copies the database from the leader,
 * over half of the network, so that the other half is left for the work.
 *
 * @param gigabytes size of the database
 * @param link what the network carries between the database hosts, Mbit/s
 */
public record Rebuild(int gigabytes, int link) {

	/** The most that pg_basebackup takes, KiB/s (MAX_RATE_UPPER of basebackup.h). */
	private static final long HIGHEST_RATE = 1024 * 1024;

	/** From here on a rate is told in MiB/s: a whole number is close enough. */
	private static final long TEN_MEGABYTES = 10 * 1024;

	/** Links are compared in steps that people think in, Mbit/s. */
	private static final int STEP = 100;

	/** The copy of a plan's database. */
	public static Rebuild of(ClusterPlan plan) {
		return new Rebuild(plan.advice().answers().get(DatabaseSize.CHOICE).gigabytes(),
				plan.inventory().databaseLinkMbit());
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

	/** How many seconds it takes, where disks are no slower than the network. */
	public double seconds() {
		return this.gigabytes * 1000.0 / (rate() / 1024.0);
	}

	/** The same in hours. */
	public double hours() {
		return seconds() / 3600;
	}

	/** The same in words. */
	public String time() {
		double minutes = seconds() / 60;
		return (minutes < 90) ? Math.round(minutes) + " minutes"
				: String.format(Locale.ROOT, "%.1f hours", minutes / 60);
	}

}
