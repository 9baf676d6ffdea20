package dev.pghaadvisor.parts.patroni;

import java.util.List;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Invariant;
import dev.pghaadvisor.plan.PatroniTimers;

/** How Patroni's timers fit together. */
final class TimerInvariants {

	static final List<Invariant> ALL = List.of(
			new Invariant("timers-within-ttl",
					"A leader that retries longer than its key lives is replaced while it still believes to lead; "
							+ "Patroni 3.2 and later change such values silently.",
					TimerInvariants::timersWithinTtl),
			new Invariant("timers-at-least-patronis-minimum",
					"Patroni refuses a ttl below 20, a retry_timeout below 3 and a loop_wait below 1.",
					TimerInvariants::patronisMinimum),
			new Invariant("restart-in-place-without-synchronous-mode",
					"Failing over instead of restarting costs the commits that no replica has yet.",
					TimerInvariants::restartInPlace));

	private TimerInvariants() {
	}

	private static String timersWithinTtl(ClusterPlan plan) {
		PatroniTimers timers = plan.patroni();
		int sum = timers.loopWait() + 2 * timers.retryTimeout();
		return (sum <= timers.ttl()) ? "" : "loop_wait %d + 2 * retry_timeout %d = %d > ttl %d"
			.formatted(timers.loopWait(), timers.retryTimeout(), sum, timers.ttl());
	}

	private static String patronisMinimum(ClusterPlan plan) {
		PatroniTimers timers = plan.patroni();
		return (timers.ttl() >= 20 && timers.retryTimeout() >= 3 && timers.loopWait() >= 1) ? ""
				: "ttl %d, retry_timeout %d, loop_wait %d".formatted(timers.ttl(), timers.retryTimeout(),
						timers.loopWait());
	}

	private static String restartInPlace(ClusterPlan plan) {
		int start = plan.patroni().primaryStartTimeout();
		return (start >= 30 || start == 0 && plan.synchronous().on()) ? ""
				: "primary_start_timeout %d with synchronous_mode %s".formatted(start,
						plan.synchronous().on() ? "on" : "off");
	}

}
