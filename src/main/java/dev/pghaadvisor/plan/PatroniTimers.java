package dev.pghaadvisor.plan;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Values;
import dev.pghaadvisor.rules.Settings;

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

	/** Nobody waits longer than a day. */
	private static final int DAY = 24 * 3600;

	public static final Choice.Ruled<Integer> TTL = seconds("ttl", 20);

	public static final Choice.Ruled<Integer> LOOP_WAIT = seconds("loop-wait", 1);

	public static final Choice.Ruled<Integer> RETRY_TIMEOUT = seconds("retry-timeout", 3);

	public static final Choice.Ruled<Integer> PRIMARY_START_TIMEOUT = seconds("primary-start-timeout", 0);

	/** What Patroni refuses below, for the first three, is refused in rule files, too. */
	private static Choice.Ruled<Integer> seconds(String id, int least) {
		return new Choice.Ruled<>(id, Values.numbers(least, DAY));
	}

	/** The timers that rules chose. */
	public static PatroniTimers of(Settings settings) {
		return new PatroniTimers(settings.value(TTL), settings.value(LOOP_WAIT), settings.value(RETRY_TIMEOUT),
				settings.value(PRIMARY_START_TIMEOUT));
	}

}
