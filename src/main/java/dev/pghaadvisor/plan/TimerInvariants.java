package dev.pghaadvisor.plan;

import java.util.List;

/** How the timers of Patroni, keepalived and HAProxy fit together. */
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
					TimerInvariants::restartInPlace),
			new Invariant("address-leaves-before-the-next-leader",
					"The virtual address must leave the old leader before the key can expire.",
					TimerInvariants::addressLeaves),
			new Invariant("sessions-leave-before-the-next-leader",
					"HAProxy must mark the old leader down before the key can expire.", TimerInvariants::sessionsLeave),
			new Invariant("check-script-timeout-within-its-fall",
					"A hanging check would otherwise outlast the failures that should have ended it.",
					TimerInvariants::scriptTimeout),
			new Invariant("adverts-that-vrrp-can-count", "VRRPv3 counts hundredths of a second up to 40.95 s.",
					TimerInvariants::advertInterval),
			new Invariant("haproxy-timers-where-haproxy-is",
					"Check timers without HAProxy, or HAProxy without them, mean a mixed-up plan.",
					TimerInvariants::haproxyTimers));

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

	private static String addressLeaves(ClusterPlan plan) {
		if (plan.with(Role.KEEPALIVED).isEmpty()) {
			return "";
		}
		KeepalivedTimers checks = plan.keepalived();
		int slowest = checks.patience() * checks.interval();
		int soonest = plan.patroni().ttl() - plan.patroni().loopWait();
		return (slowest < soonest) ? "" : "patience of %d checks * interval %d = %d s >= ttl - loop_wait = %d s"
			.formatted(checks.patience(), checks.interval(), slowest, soonest);
	}

	private static String sessionsLeave(ClusterPlan plan) {
		HaproxyTimers checks = plan.haproxy();
		int soonest = plan.patroni().ttl() - plan.patroni().loopWait();
		return (checks == null || checks.slowestDown() < soonest) ? ""
				: "HAProxy needs up to %.1f s >= ttl - loop_wait = %d s".formatted(checks.slowestDown(), soonest);
	}

	private static String scriptTimeout(ClusterPlan plan) {
		KeepalivedTimers checks = plan.keepalived();
		return (checks.timeout() >= 1 && checks.timeout() <= checks.interval() * checks.fall()) ? ""
				: "timeout %d s, interval %d s * fall %d".formatted(checks.timeout(), checks.interval(), checks.fall());
	}

	private static String advertInterval(ClusterPlan plan) {
		double hundredths = plan.keepalived().advertInterval() * 100;
		return (Math.abs(hundredths - Math.rint(hundredths)) < 1e-6 && hundredths >= 1 && hundredths <= 4095) ? ""
				: "advert_int " + plan.keepalived().advertInterval();
	}

	private static String haproxyTimers(ClusterPlan plan) {
		boolean hosts = !plan.with(Role.HAPROXY).isEmpty();
		return (hosts == (plan.haproxy() != null)) ? ""
				: hosts ? "HAProxy hosts without check timers" : "check timers without HAProxy hosts";
	}

}
