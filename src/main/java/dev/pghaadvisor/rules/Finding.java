package dev.pghaadvisor.rules;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A rule that fired.
 *
 * @param rule its id
 * @param effect what firing did
 * @param answers those that made it fire
 * @param because why
 * @param sources where the facts come from
 */
public record Finding(String rule, Effect effect, Map<String, String> answers, String because,
		List<RuleSource> sources) {

	/** One sentence for a comment: the answers that led there, then the reason. */
	public String explained() {
		if (this.answers.isEmpty()) {
			return this.because;
		}
		return this.answers.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + " = " + entry.getValue())
			.collect(Collectors.joining(", ", "From your answers: ", ". ")) + this.because;
	}

	/** The headline; empty if the effect has none. */
	public String message() {
		return this.effect.message();
	}

	/** What would end it; empty if nothing is known. */
	public String change() {
		return this.effect.change();
	}

}
