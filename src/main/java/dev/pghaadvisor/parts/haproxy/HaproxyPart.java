package dev.pghaadvisor.parts.haproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Flow;
import dev.pghaadvisor.plan.Flow.Party;
import dev.pghaadvisor.plan.HaproxyTimers;
import dev.pghaadvisor.plan.HbaRule;
import dev.pghaadvisor.plan.Host;
import dev.pghaadvisor.plan.Invariant;
import dev.pghaadvisor.plan.Part;
import dev.pghaadvisor.plan.Phase;
import dev.pghaadvisor.plan.Ports;
import dev.pghaadvisor.plan.Reads;
import dev.pghaadvisor.plan.Role;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.rules.Design;
import dev.pghaadvisor.rules.Settings;

/** HAProxy in plans: the only door for applications, and quick enough to close it. */
final class HaproxyPart implements Part {

	@Override
	public String id() {
		return "haproxy";
	}

	@Override
	public Phase phase() {
		return Phase.ROUTING;
	}

	@Override
	public boolean isIn(Shape shape, Settings settings) {
		return shape.design() == Design.FULL;
	}

	@Override
	public List<Choice<?>> choices() {
		return Reads.CHOICES;
	}

	@Override
	public List<Flow> flows(Shape shape) {
		List<Flow> flows = new ArrayList<>(List.of(
				Flow.tcp(Party.APPLICATIONS, Party.HAPROXY, Ports.HAPROXY_WRITE, "writes, to the leader"),
				Flow.tcp(Party.APPLICATIONS, Party.HAPROXY, Ports.HAPROXY_READ, "reads, from the replicas"),
				Flow.tcp(Party.POSTGRESQL, Party.HAPROXY, Ports.HAPROXY_WRITE,
						"verify.yml and drill.yml, from the database hosts"),
				Flow.tcp(Party.POSTGRESQL, Party.HAPROXY, Ports.HAPROXY_READ, "verify.yml, from the database hosts"),
				Flow.tcp(Party.HAPROXY, Party.POSTGRESQL, Ports.POSTGRESQL, "sessions of applications"),
				Flow.tcp(Party.HAPROXY, Party.POSTGRESQL, Ports.PATRONI, "health checks: who leads"),
				Flow.tcp(Party.HAPROXY, Party.HAPROXY, Ports.HAPROXY_HEALTH,
						"health, statistics and metrics of the other HAProxy")));
		if (shape.entry().balanced()) {
			flows.add(Flow.tcp(Party.BALANCER, Party.HAPROXY, Ports.HAPROXY_HEALTH,
					"health checks of the balancer in front"));
		}
		return flows;
	}

	@Override
	public Map<Role, Set<Integer>> listens() {
		return Map.of(Role.HAPROXY, Set.of(Ports.HAPROXY_WRITE, Ports.HAPROXY_READ, Ports.HAPROXY_HEALTH));
	}

	@Override
	public List<HbaRule> access(ClusterPlan plan) {
		List<HbaRule> rules = new ArrayList<>();
		for (Host host : plan.with(Role.HAPROXY)) {
			rules.add(HbaRule.application(plan.inventory(), host.address() + "/32",
					"Applications arrive through HAProxy on " + host.name() + "."));
		}
		return rules;
	}

	@Override
	public List<Invariant> invariants() {
		return List.of(
				new Invariant("sessions-leave-before-the-next-leader",
						"HAProxy must mark the old leader down before the key can expire.", HaproxyPart::sessionsLeave),
				new Invariant("haproxy-timers-where-haproxy-is",
						"Check timers without HAProxy, or HAProxy without them, mean a mixed-up plan.",
						HaproxyPart::timersWithHosts),
				new Invariant("queries-end-before-their-replica-is-late",
						"One query that holds up the replay would take its replica from all new readers.",
						HaproxyPart::cutShort),
				new Invariant("applications-only-through-the-front-door",
						"In the full design applications that bypass HAProxy are neither routed nor fenced.",
						HaproxyPart::frontDoor));
	}

	private static String sessionsLeave(ClusterPlan plan) {
		HaproxyTimers checks = plan.haproxy();
		int soonest = plan.patroni().ttl() - plan.patroni().loopWait();
		return (checks == null || checks.slowestDown() < soonest) ? ""
				: "HAProxy needs up to %.1f s >= ttl - loop_wait = %d s".formatted(checks.slowestDown(), soonest);
	}

	private static String timersWithHosts(ClusterPlan plan) {
		boolean hosts = !plan.with(Role.HAPROXY).isEmpty();
		return (hosts == (plan.haproxy() != null)) ? ""
				: hosts ? "HAProxy hosts without check timers" : "check timers without HAProxy hosts";
	}

	/** Whether one query can put its replica over the limit before it is cancelled. */
	private static String cutShort(ClusterPlan plan) {
		if (plan.with(Role.HAPROXY).isEmpty()) {
			return "";
		}
		int oldest = plan.advice().settings().value(Reads.OLDEST);
		String delay = plan.postgres().value("max_standby_streaming_delay");
		return (Integer.parseInt(delay.substring(0, delay.length() - 1)) < oldest) ? ""
				: "max_standby_streaming_delay %s >= oldest read %d s".formatted(delay, oldest);
	}

	private static String frontDoor(ClusterPlan plan) {
		if (plan.shape().design() == Design.SIMPLE) {
			return "";
		}
		return String.join("; ",
				plan.flows()
					.stream()
					.filter((flow) -> flow.from() == Party.APPLICATIONS && flow.to() != Party.HAPROXY)
					.map((flow) -> "applications reach port " + flow.port() + " of the " + flow.to().title())
					.toList());
	}

}
