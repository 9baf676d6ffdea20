package dev.pghaadvisor.advice;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.pghaadvisor.forecast.Forecast;
import dev.pghaadvisor.parts.Parts;
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
 * @param outlooks of both designs for these answers, the recommended one first; the other
 * is left out if the rules set nothing for it; empty if blocked
 * @param ladder every size that the answers allow, from the smallest up; empty if blocked
 * @param warnings of the rules and of the forecast
 */
public record Consultation(Advice advice, List<Counterfactual> counterfactuals, @Nullable ClusterPlan plan,
		List<Outlook> outlooks, List<Rung> ladder, List<Finding> warnings) {

	public Consultation {
		counterfactuals = List.copyOf(counterfactuals);
		outlooks = List.copyOf(outlooks);
		ladder = List.copyOf(ladder);
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

	/** The answers that differ from the defaults, not-sure kept. */
	public Map<String, String> given() {
		return this.advice.answers().given();
	}

	/** The inventory in the API's shape; null if the advice is blocked. */
	public @Nullable Map<String, Object> inventory() {
		return (this.plan != null) ? this.plan.inventory().toMap() : null;
	}

	/** What to expect of one design, if anything is known of it. */
	public Optional<Outlook> outlook(Design design) {
		return this.outlooks.stream().filter((outlook) -> outlook.shape().design() == design).findFirst();
	}

	/** The forecasts of both designs, the recommended one first. */
	public List<Forecast> forecasts() {
		return this.outlooks.stream().flatMap((outlook) -> outlook.forecasts().stream()).toList();
	}

	/** What fits beside a question. */
	public Glance glance() {
		return Glance.of(this);
	}

	/** This consultation with every name and address replaced by its example. */
	public Consultation withExampleAddresses() {
		if (this.plan == null) {
			return this;
		}
		ClusterPlan example = Parts.plan(this.plan.advice(),
				this.plan.inventory().withExampleAddresses(this.plan.shape()));
		return new Consultation(this.advice, this.counterfactuals, example, this.outlooks, this.ladder, this.warnings);
	}

}
