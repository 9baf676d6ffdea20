package dev.pghaadvisor.rules;

import java.util.List;

import dev.pghaadvisor.questionnaire.Answers;
import org.jspecify.annotations.Nullable;

/** What the rules say about the answers. */
public record Advice(Answers answers, Verdict verdict, int simpleWeight, int fullWeight, List<Finding> findings,
		List<NearMiss> nearMisses, List<Finding> warnings, List<Finding> blockers, Settings settings,
		String rulesVersion) {

	/** The recommended design; null if blocked. */
	public @Nullable Design design() {
		return (this.verdict instanceof Verdict.Recommended recommended) ? recommended.design() : null;
	}

}
