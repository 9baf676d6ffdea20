package dev.pghaadvisor.parts.patroni;

import java.util.List;
import java.util.Map;

import dev.pghaadvisor.parts.Break;
import dev.pghaadvisor.parts.InvariantsTestBase;
import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.ExampleAdvice;
import dev.pghaadvisor.plan.Invariant;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.PatroniTimers;
import dev.pghaadvisor.plan.PostgresSettings.Scope;
import dev.pghaadvisor.plan.PostgresSettings.Setting;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.plan.Synchronous;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.Design;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Breaks what has to hold for Patroni and PostgreSQL. */
class PatroniInvariantsTests extends InvariantsTestBase {

	@Override
	protected List<Invariant> invariants() {
		return PatroniRoom.ROOM.part().invariants();
	}

	@Override
	protected List<Break> breaks() {
		return List.of(
				new Break("timers-within-ttl", Design.SIMPLE,
						(plan) -> plan.patroni(new PatroniTimers(30, 11, 10, 300)),
						"loop_wait 11 + 2 * retry_timeout 10 = 31 > ttl 30"),
				new Break("timers-at-least-patronis-minimum", Design.SIMPLE,
						(plan) -> plan.patroni(new PatroniTimers(19, 5, 5, 300)),
						"ttl 19, retry_timeout 5, loop_wait 5"),
				new Break("restart-in-place-without-synchronous-mode", Design.SIMPLE,
						(plan) -> plan.synchronous(new Synchronous(false, 0)),
						"primary_start_timeout 0 with synchronous_mode off"),
				new Break("nothing-that-patroni-sets-itself", Design.SIMPLE,
						(plan) -> plan.setting(new Setting("cluster_name", "x", "", Scope.DCS)), "cluster_name"),
				new Break("shared-settings-in-the-dcs", Design.SIMPLE,
						(plan) -> plan.setting(new Setting("max_wal_senders", "10", "", Scope.LOCAL)),
						"max_wal_senders"),
				new Break("pools-within-max-connections", Design.SIMPLE,
						(plan) -> plan.setting(new Setting("max_connections", "24", "", Scope.DCS)),
						"max_connections 24 leave 14 sessions to applications"),
				new Break("wal-within-its-disk", Design.SIMPLE,
						(plan) -> plan.setting(new Setting("max_slot_wal_keep_size", "40GB", "", Scope.LOCAL)),
						"> 80 % of 51200 MB"),
				new Break("memory-within-the-host", Design.SIMPLE,
						(plan) -> plan.setting(new Setting("shared_buffers", "6GB", "", Scope.LOCAL)),
						"shared_buffers 6144 MB + maintenance_work_mem 704 MB + 5 * autovacuum_work_mem 176 MB > half of 12288 MB"),
				new Break("huge-pages-within-the-host", Design.SIMPLE,
						(plan) -> plan.setting(new Setting("huge_pages", "try", "", Scope.LOCAL))
							.setting(new Setting("shared_buffers", "6GB", "", Scope.LOCAL)),
						" MB > half of 12288 MB"),
				new Break("senders-and-slots-for-every-member", Design.SIMPLE,
						(plan) -> plan.setting(new Setting("max_replication_slots", "5", "", Scope.DCS)),
						"max_wal_senders 10, max_replication_slots 5, needed 6"),
				new Break("fewer-synchronous-standbys-than-replicas", Design.SIMPLE,
						(plan) -> plan.synchronous(new Synchronous(true, 2)), "2 of 2 replicas are synchronous"));
	}

	@Test
	void twoSynchronousStandbysAreFineWhereTwoHostsMayFail() {
		Advice advice = ExampleAdvice.of(Design.FULL, Map.of("synchronous-node-count", "2"),
				Map.of("host-failures", "two"));
		assertThat(Parts.plan(advice, Inventory.example(Shape.of(advice))).synchronous().nodeCount()).isEqualTo(2);
	}

}
