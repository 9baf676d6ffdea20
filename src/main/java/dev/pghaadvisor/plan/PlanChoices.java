package dev.pghaadvisor.plan;

import java.util.List;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Values;

/** Every question and setting that plans read, whatever their parts read besides. */
public final class PlanChoices {

	/** What {@link Shape#slots()} has of them; for the reader alone. */
	private static final Choice.Ruled<Integer> DATABASE_HOSTS = new Choice.Ruled<>("database-hosts",
			Values.numbers(2, 3));

	/** Of three database hosts two may be lost at most; for the reader, too. */
	private static final Choice.Ruled<Integer> DATABASE_HOST_LOSSES = new Choice.Ruled<>("database-host-losses",
			Values.numbers(1, 2));

	/** All of them, questions first. */
	public static final List<Choice<?>> ALL = List.of(WriteLoad.CHOICE, HostFailures.CHOICE, ReadScaling.CHOICE,
			HostsAvailable.CHOICE, Footprint.CHOICE, Entry.CHOICE, Balancer.CHOICE, Platform.CHOICE, Placement.CHOICE,
			PatroniTimers.TTL, PatroniTimers.LOOP_WAIT, PatroniTimers.RETRY_TIMEOUT,
			PatroniTimers.PRIMARY_START_TIMEOUT, Synchronous.MODE, Synchronous.NODE_COUNT,
			ClusterPlan.MAXIMUM_LAG_ON_FAILOVER, PostgresSettings.REPLICATION_TIMEOUT, DATABASE_HOSTS,
			DATABASE_HOST_LOSSES);

	/**
	 * Those of which an invariant compares three: the timers with each other and with the
	 * way in, and what the port matrix is made from.
	 */
	public static final List<Choice<?>> COMPARED = List.of(PatroniTimers.TTL, PatroniTimers.LOOP_WAIT,
			PatroniTimers.RETRY_TIMEOUT, Footprint.CHOICE, Entry.CHOICE, Balancer.CHOICE);

	private PlanChoices() {
	}

}
