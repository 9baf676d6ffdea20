package dev.pghaadvisor.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.pghaadvisor.plan.PostgresSettings.Setting;
import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.Finding;
import dev.pghaadvisor.rules.Settings;

/**
 * A program or an option, as far as it is a part of plans: whom it talks to, what it
 * listens on, what it sets, and what has to hold for it. Whatever a part does not say it
 * does not have.
 */
public interface Part {

	/**
	 * One lower-case word: the name of its package, its templates' folder and its rules.
	 */
	String id();

	/** When it comes up. */
	Phase phase();

	/**
	 * Whether clusters of that shape have it.
	 * @param settings what rules chose, such as whether an option is wanted
	 */
	boolean isIn(Shape shape, Settings settings);

	/** The questions and settings that it reads by itself. */
	default List<Choice<?>> choices() {
		return List.of();
	}

	/** Who talks to whom because of it, in the order in which firewalls list it. */
	default List<Flow> flows(Shape shape) {
		return List.of();
	}

	/** The ports that hosts with a role listen on; 0 for a protocol without ports. */
	default Map<Role, Set<Integer>> listens() {
		return Map.of();
	}

	/** Lines of {@code pg_hba.conf}; those of earlier phases come first. */
	default List<HbaRule> access(ClusterPlan plan) {
		return List.of();
	}

	/** Settings of PostgreSQL, in the order in which they are written. */
	default List<Setting> settings(Advice advice, Shape shape, Inventory inventory) {
		return List.of();
	}

	/** What people should know about a plan before they build it. */
	default List<Finding> concerns(ClusterPlan plan) {
		return List.of();
	}

	/** What has to hold between this part and the rest of a plan. */
	default List<Invariant> invariants() {
		return List.of();
	}

}
