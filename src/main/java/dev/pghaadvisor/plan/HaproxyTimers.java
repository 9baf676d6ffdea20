package dev.pghaadvisor.plan;

/**
 * HAProxy's health check timers.
 *
 * @param interMs milliseconds between two checks of a server in a steady state
 * @param fastInterMs the same while the state is changing
 * @param downInterMs the same while the server is down
 * @param fall failed checks until it is down
 * @param rise successful checks until it is up
 * @param checkTimeoutMs milliseconds a check may take after connecting
 */
public record HaproxyTimers(int interMs, int fastInterMs, int downInterMs, int fall, int rise, int checkTimeoutMs) {

	/** The sharp checks of the lab, which cost almost nothing at any ttl. */
	public static final HaproxyTimers SHARP = new HaproxyTimers(1000, 500, 1000, 2, 1, 1000);

	/** The longest time in seconds until a dead server is marked down. */
	public double slowestDown() {
		return (this.interMs + (this.fall - 1) * this.fastInterMs + this.fall * this.checkTimeoutMs) / 1000.0;
	}

}
