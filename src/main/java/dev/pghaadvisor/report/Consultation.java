package dev.pghaadvisor.report;

import java.util.List;
import java.util.Map;

import dev.pghaadvisor.forecast.Forecast;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.Counterfactual;
import dev.pghaadvisor.rules.Design;
import dev.pghaadvisor.rules.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Everything that follows from one set of answers and one inventory.
 *
 * @param advice what the rules say
 * @param counterfactuals the smallest changes that would change it
 * @param plan the cluster; null if the advice is blocked
 * @param forecasts of both designs for these answers, the recommended one first; empty if
 * blocked
 * @param measured what the lab recorded of each design with these settings
 * @param warnings of the rules and of the forecast
 */
public record Consultation(Advice advice, List<Counterfactual> counterfactuals, @Nullable ClusterPlan plan,
		List<Forecast> forecasts, Map<Design, List<String>> measured, List<Finding> warnings) {

	public Consultation {
		counterfactuals = List.copyOf(counterfactuals);
		forecasts = List.copyOf(forecasts);
		measured = Map.copyOf(measured);
		warnings = List.copyOf(warnings);
	}

	/** Whether there are files for it. */
	public boolean hasBundle() {
		return this.plan != null;
	}

	/** Why there are no files, one sentence each; empty if there are. */
	public List<String> missing() {
		return (this.plan != null) ? List.of()
				: List.of("The answers rule every design out; the report says what to change.");
	}

	/** The forecasts of one design. */
	public List<Forecast> forecasts(Design design) {
		return this.forecasts.stream().filter((forecast) -> forecast.design() == design).toList();
	}

}
