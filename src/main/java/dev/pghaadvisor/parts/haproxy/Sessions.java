package dev.pghaadvisor.parts.haproxy;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Role;

/**
 * How many sessions HAProxy takes.
 *
 * @param perServer what one PostgreSQL is given at most
 * @param writing what the port for writes takes; half of it may wait in the queue
 * @param reading what the port for reads takes; one server's share may wait in the queue
 */
public record Sessions(int perServer, int writing, int reading) {

	/** Checks and whoever reads the numbers. */
	private static final int OTHERS = 100;

	static Sessions of(ClusterPlan plan) {
		int server = plan.sessionsPerServer();
		// All replicas, and as many again as one of them.
		return new Sessions(server, 2 * server, plan.with(Role.POSTGRESQL).size() * server);
	}

	/** What both ports take, and room for others. */
	public int all() {
		return this.writing + this.reading + OTHERS;
	}

}
