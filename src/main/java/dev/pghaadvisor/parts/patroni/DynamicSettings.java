package dev.pghaadvisor.parts.patroni;

import java.util.ArrayList;
import java.util.List;

import dev.pghaadvisor.bundle.Sheet;
import dev.pghaadvisor.bundle.Value;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.PatroniTimers;
import dev.pghaadvisor.plan.Synchronous;

/**
 * What Patroni's members share and rules chose, under Patroni's own names and with the
 * rules' reasons.
 *
 * @param sheet facts of one of their hosts
 */
public record DynamicSettings(Sheet sheet) {

	/** Seconds. */
	private static final int A_DAY = 86_400;

	/** When a leader is given up, and who may take over. */
	public List<Value> failover() {
		return List.of(this.sheet.chosen("ttl", PatroniTimers.TTL),
				this.sheet.chosen("loop_wait", PatroniTimers.LOOP_WAIT),
				this.sheet.chosen("retry_timeout", PatroniTimers.RETRY_TIMEOUT),
				this.sheet.chosen("primary_start_timeout", PatroniTimers.PRIMARY_START_TIMEOUT),
				this.sheet.chosen("maximum_lag_on_failover", ClusterPlan.MAXIMUM_LAG_ON_FAILOVER));
	}

	/** Whether commits wait for standbys. */
	public List<Value> replication() {
		List<Value> settings = new ArrayList<>(List.of(this.sheet.chosen("synchronous_mode", Synchronous.MODE)));
		if (this.sheet.plan().synchronous().on()) {
			settings.add(this.sheet.chosen("synchronous_node_count", Synchronous.NODE_COUNT));
		}
		if (this.sheet.platform().slotsOutliveMembers()) {
			settings.add(new Value("member_slots_ttl", String.valueOf(A_DAY),
					"A member that is away keeps its slot for a day, as far as max_slot_wal_keep_size reaches; with Patroni's own half hour, the space reserved for that would never be used."));
		}
		return settings;
	}

}
