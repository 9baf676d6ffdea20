package dev.pghaadvisor.parts.patroni;

import java.util.List;
import java.util.Map;

import dev.pghaadvisor.plan.PostgresSettings.Scope;
import dev.pghaadvisor.plan.PostgresSettings.Setting;
import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Values;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.Chosen;

/**
 * How long a query on a replica may hold up its replay, and whether the leader keeps what
 * it reads. Every bundle names these settings, for whoever reads from a replica, a backup
 * among them, can hold up a failover; and what no file names stays in etcd as an earlier
 * bundle set it.
 */
final class Conflicts {

	private static final int A_DAY = 86_400;

	static final Choice.Ruled<Integer> STANDBY_DELAY = new Choice.Ruled<>("max-standby-streaming-delay",
			Values.numbers(0, A_DAY));

	static final Choice.Ruled<Boolean> FEEDBACK = new Choice.Ruled<>("hot-standby-feedback",
			Values.of(Map.of("on", true, "off", false)));

	/** Seconds; what a replica that takes over has left to replay is no place to wait. */
	private static final int LONGEST_ARCHIVE_DELAY = 5;

	private Conflicts() {
	}

	/**
	 * Without a {@code restore_command} a replica reads WAL that did not just arrive from
	 * its own disk alone: after a break of its stream, and last when it is promoted.
	 * There {@code max_standby_archive_delay} counts (GetStandbyLimitTime in
	 * src/backend/storage/ipc/standby.c).
	 */
	static List<Setting> settings(Advice advice) {
		Chosen<Integer> delay = advice.settings().get(STANDBY_DELAY);
		Chosen<Boolean> feedback = advice.settings().get(FEEDBACK);
		return List.of(dcs("max_standby_streaming_delay", delay.value() + "s", delay.reason().explained()), dcs(
				"max_standby_archive_delay", Math.min(delay.value(), LONGEST_ARCHIVE_DELAY) + "s",
				"A replica that takes over first replays what it has: queries may hold that up no longer than this."),
				dcs("hot_standby_feedback", feedback.value() ? "on" : "off", feedback.reason().explained()));
	}

	private static Setting dcs(String name, String value, String because) {
		return new Setting(name, value, because, Scope.DCS);
	}

}
