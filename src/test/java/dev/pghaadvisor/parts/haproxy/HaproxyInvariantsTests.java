package dev.pghaadvisor.parts.haproxy;

import java.util.List;

import dev.pghaadvisor.parts.Break;
import dev.pghaadvisor.parts.InvariantsTestBase;
import dev.pghaadvisor.plan.Flow;
import dev.pghaadvisor.plan.Flow.Party;
import dev.pghaadvisor.plan.HaproxyTimers;
import dev.pghaadvisor.plan.Invariant;
import dev.pghaadvisor.plan.Ports;
import dev.pghaadvisor.plan.PostgresSettings.Scope;
import dev.pghaadvisor.plan.PostgresSettings.Setting;
import dev.pghaadvisor.rules.Design;

/** Breaks what has to hold for HAProxy. */
class HaproxyInvariantsTests extends InvariantsTestBase {

	@Override
	protected List<Invariant> invariants() {
		return HaproxyRoom.ROOM.part().invariants();
	}

	@Override
	protected List<Break> breaks() {
		return List.of(
				new Break("sessions-leave-before-the-next-leader", Design.FULL,
						(plan) -> plan.haproxy(new HaproxyTimers(3000, 3000, 3000, 4, 2, 3000)),
						"HAProxy needs up to 24.0 s >= ttl - loop_wait = 15 s"),
				new Break("haproxy-timers-where-haproxy-is", Design.SIMPLE, (plan) -> plan.haproxy(HaproxyTimers.SHARP),
						"check timers without HAProxy hosts"),
				new Break("queries-end-before-their-replica-is-late", Design.FULL,
						(plan) -> plan
							.setting(new Setting("max_standby_streaming_delay", "60s", "Too long.", Scope.DCS)),
						"max_standby_streaming_delay 60s >= oldest read 60 s"),
				new Break("applications-only-through-the-front-door", Design.FULL, (plan) -> {
					plan.flows
						.add(new Flow(Party.APPLICATIONS, Party.POSTGRESQL, Ports.POSTGRESQL, "tcp", "a way round"));
					return plan;
				}, "applications reach port 5432 of the database hosts"));
	}

}
