package dev.pghaadvisor.parts.patroni;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.DatabaseSize;
import dev.pghaadvisor.plan.Flow;
import dev.pghaadvisor.plan.Flow.Party;
import dev.pghaadvisor.plan.HbaRule;
import dev.pghaadvisor.plan.Invariant;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Part;
import dev.pghaadvisor.plan.Phase;
import dev.pghaadvisor.plan.Ports;
import dev.pghaadvisor.plan.PostgresSettings.Setting;
import dev.pghaadvisor.plan.Role;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.Design;
import dev.pghaadvisor.rules.Finding;
import dev.pghaadvisor.rules.Settings;

/** Patroni and its PostgreSQL in plans. */
final class PatroniPart implements Part {

	@Override
	public String id() {
		return "patroni";
	}

	@Override
	public Phase phase() {
		return Phase.DATABASE;
	}

	@Override
	public boolean isIn(Shape shape, Settings settings) {
		return true;
	}

	@Override
	public List<Choice<?>> choices() {
		return List.of(DatabaseSize.CHOICE, Work.CHOICE, Sizes.MAX_CONNECTIONS, PostgresTuning.RANDOM_PAGE_COST,
				PostgresTuning.EFFECTIVE_IO_CONCURRENCY, Conflicts.STANDBY_DELAY, Conflicts.FEEDBACK);
	}

	@Override
	public List<Flow> flows(Shape shape) {
		List<Flow> flows = new ArrayList<>();
		if (shape.design() == Design.SIMPLE) {
			flows.add(Flow.tcp(Party.APPLICATIONS, Party.POSTGRESQL, Ports.POSTGRESQL, "sessions of applications"));
			if (shape.entry().balanced()) {
				flows.add(Flow.tcp(Party.BALANCER, Party.POSTGRESQL, Ports.PATRONI,
						"health checks of the balancer in front"));
			}
		}
		flows.add(Flow.tcp(Party.POSTGRESQL, Party.POSTGRESQL, Ports.POSTGRESQL, "replication and pg_rewind"));
		flows.add(Flow.tcp(Party.POSTGRESQL, Party.POSTGRESQL, Ports.PATRONI,
				"Patroni among its members: leader race, failsafe, switchover"));
		flows.add(Flow.tcp(Party.POSTGRESQL, Party.ETCD, Ports.ETCD_CLIENT, "Patroni keeps the leader key"));
		return flows;
	}

	@Override
	public Map<Role, Set<Integer>> listens() {
		return Map.of(Role.POSTGRESQL, Set.of(Ports.POSTGRESQL, Ports.PATRONI));
	}

	@Override
	public List<HbaRule> access(ClusterPlan plan) {
		return PatroniAccess.of(plan);
	}

	@Override
	public List<Setting> settings(Advice advice, Shape shape, Inventory inventory) {
		return PostgresTuning.of(advice, shape, inventory);
	}

	@Override
	public List<Finding> concerns(ClusterPlan plan) {
		return SizeConcerns.of(plan);
	}

	@Override
	public List<Invariant> invariants() {
		return Stream.concat(TimerInvariants.ALL.stream(), PostgresInvariants.ALL.stream()).toList();
	}

}
