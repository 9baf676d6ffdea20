package dev.pghaadvisor.forecast;

import dev.pghaadvisor.plan.Balancer;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.PatroniTimers;
import dev.pghaadvisor.plan.Probes;
import dev.pghaadvisor.plan.Synchronous;
import org.jspecify.annotations.Nullable;

/**
 * What the failover times of {@link Evidence} depend on.
 *
 * @param ttl Patroni's {@code ttl}
 * @param loopWait Patroni's {@code loop_wait}
 * @param retryTimeout Patroni's {@code retry_timeout}
 * @param primaryStartTimeout Patroni's {@code primary_start_timeout}
 * @param synchronousMode whether commits waited for standbys
 * @param synchronousNodeCount how many standbys; 0 when off
 * @param probes whose balancer probes, and how often; empty without one. The lab has none
 * of a cloud: it plays one, see docs/lab.md
 */
public record Timers(int ttl, int loopWait, int retryTimeout, int primaryStartTimeout, boolean synchronousMode,
		int synchronousNodeCount, String probes) {

	private static final int ANOTHER_MODE = 30;

	/**
	 * @throws IllegalArgumentException if a timer is not a time or the count contradicts
	 * the switch
	 */
	public Timers {
		if (ttl <= 0 || loopWait <= 0 || retryTimeout <= 0 || primaryStartTimeout < 0) {
			throw new IllegalArgumentException(
					"ttl %d, loopWait %d, retryTimeout %d, primaryStartTimeout %d are not all times".formatted(ttl,
							loopWait, retryTimeout, primaryStartTimeout));
		}
		new Synchronous(synchronousMode, synchronousNodeCount);
	}

	/** The timers of a plan. */
	public static Timers of(ClusterPlan plan) {
		return of(plan.patroni(), plan.synchronous(), plan.balancer(), plan.inventory().probes());
	}

	/**
	 * The timers of a shape that nobody has named hosts for.
	 * @param balancer the one in front, if there is one
	 * @param probes how it probes; null for the usual way
	 */
	public static Timers of(PatroniTimers patroni, Synchronous synchronous, @Nullable Balancer balancer,
			@Nullable Probes probes) {
		Probes used = (probes != null) ? probes : Probes.USUAL;
		return new Timers(patroni.ttl(), patroni.loopWait(), patroni.retryTimeout(), patroni.primaryStartTimeout(),
				synchronous.on(), synchronous.nodeCount(),
				(balancer == null) ? "" : "%s that probes every %d s, %d in a row".formatted(balancer.title(),
						used.intervalSeconds(), used.threshold()));
	}

	/** What matters most, in a few words. */
	public String words() {
		return "ttl " + this.ttl + " s, " + (!this.synchronousMode ? "asynchronous"
				: (this.synchronousNodeCount == 1) ? "synchronous" : "two synchronous standbys");
	}

	/** Whether a balancer of somebody else stood in front, which the lab played. */
	public boolean played() {
		return !this.probes.isEmpty();
	}

	/**
	 * How far others are away, to find the nearest: seconds, and another mode of commits
	 * or another balancer like the longest of them.
	 */
	int distance(Timers other) {
		return Math.abs(this.ttl - other.ttl) + Math.abs(this.loopWait - other.loopWait)
				+ Math.abs(this.retryTimeout - other.retryTimeout)
				+ Math.min(ANOTHER_MODE, Math.abs(this.primaryStartTimeout - other.primaryStartTimeout))
				+ ((this.synchronousMode != other.synchronousMode) ? ANOTHER_MODE
						: Math.abs(this.synchronousNodeCount - other.synchronousNodeCount))
				+ (this.probes.equals(other.probes) ? 0 : ANOTHER_MODE);
	}

}
