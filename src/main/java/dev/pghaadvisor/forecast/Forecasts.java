package dev.pghaadvisor.forecast;

import java.util.List;
import java.util.Optional;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.PatroniTimers;
import dev.pghaadvisor.plan.Synchronous;
import dev.pghaadvisor.rules.Design;
import dev.pghaadvisor.rules.Finding;

/** Forecasts the write outage of each scenario. */
public final class Forecasts {

	private Forecasts() {
	}

	/** The forecasts for a plan, in the order of {@link Scenario}. */
	public static List<Forecast> of(ClusterPlan plan) {
		return of(plan.shape().design(), plan.patroni(), plan.synchronous());
	}

	/**
	 * The forecasts for a design with keepalived and sharp checks, to compare designs.
	 */
	public static List<Forecast> of(Design design, PatroniTimers patroni, Synchronous synchronous) {
		return List.of();
	}

	/**
	 * A finding with the number, if the worst case after the loss of the leader's host is
	 * longer than the {@code rto} answered.
	 */
	public static Optional<Finding> rtoShortfall(ClusterPlan plan) {
		return Optional.empty();
	}

}
