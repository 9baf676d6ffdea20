package dev.pghaadvisor.forecast;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.PatroniTimers;
import dev.pghaadvisor.plan.Synchronous;
import dev.pghaadvisor.plan.WriteLoad;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.rules.Settings;

/**
 * How much confirmed data a failover may cost at most.
 *
 * @param bytes of WAL; 0 if no confirmed commit is lost
 * @param seconds that the peak takes to write so much
 * @param how where the number comes from
 */
public record DataLoss(long bytes, double seconds, String how) {

	private static final long MEGABYTE = 1024 * 1024;

	/**
	 * The bound for a plan: what a replica may lack to be promoted, and what the leader
	 * wrote since that was last looked at, at most for one ttl (Patroni,
	 * docs/replication_modes.rst).
	 */
	public static DataLoss of(ClusterPlan plan) {
		return of(plan.advice().answers(), plan.synchronous(), plan.patroni(), plan.maximumLagOnFailover());
	}

	/** The bound for settings that nobody has named hosts for, to compare sizes. */
	public static DataLoss of(Answers answers, Settings settings) {
		return of(answers, Synchronous.of(settings), PatroniTimers.of(settings),
				settings.value(ClusterPlan.MAXIMUM_LAG_ON_FAILOVER));
	}

	private static DataLoss of(Answers answers, Synchronous synchronous, PatroniTimers patroni, long lag) {
		if (synchronous.on()) {
			return new DataLoss(0, 0,
					"Every confirmed commit is on a synchronous standby, and only such a standby is promoted. While no "
							+ "standby is left, commits go on without one, and then nobody is promoted automatically.");
		}
		long rate = answers.get(WriteLoad.CHOICE).peak();
		int ttl = patroni.ttl();
		long bytes = lag + rate * MEGABYTE * ttl;
		return new DataLoss(bytes, (double) bytes / (rate * MEGABYTE),
				"maximum_lag_on_failover = %d MB, and the WAL of one ttl = %d s at a peak taken as %d MB/s."
					.formatted(lag / MEGABYTE, ttl, rate));
	}

	/** Whether a failover may cost confirmed commits. */
	public boolean possible() {
		return this.bytes > 0;
	}

}
