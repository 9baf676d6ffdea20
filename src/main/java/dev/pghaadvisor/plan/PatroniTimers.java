package dev.pghaadvisor.plan;

/**
 * Patroni's timers, all in seconds. That they fit together is an invariant of the plan.
 *
 * @param ttl how long the leader key lives without being renewed
 * @param loopWait the longest sleep between two looks at the cluster
 * @param retryTimeout how long etcd and PostgreSQL are retried before giving up
 * @param primaryStartTimeout how long a crashed leader may restart in place; 0 fails over
 * at once
 */
public record PatroniTimers(int ttl, int loopWait, int retryTimeout, int primaryStartTimeout) {
}
