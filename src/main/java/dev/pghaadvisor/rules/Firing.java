package dev.pghaadvisor.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.questionnaire.Option;
import dev.pghaadvisor.questionnaire.Question;

/** Whether rules fire, by how much they miss, and what to tell about it. */
final class Firing {

	private Firing() {
	}

	/** A rule that looks at the design does not fire while there is none. */
	static boolean fires(Rule rule, Answers answers, @Nullable Design design) {
		if (!rule.design().isEmpty() && (design == null || !rule.design().contains(design))) {
			return false;
		}
		return rule.when()
			.entrySet()
			.stream()
			.allMatch((condition) -> condition.getValue().contains(answers.option(condition.getKey())));
	}

	static List<Finding> findings(Rule rule, Answers answers) {
		return rule.effects().stream().map((effect) -> finding(rule, effect, answers)).toList();
	}

	static Finding finding(Rule rule, Effect effect, Answers answers) {
		Map<String, String> because = new LinkedHashMap<>();
		rule.when().keySet().forEach((question) -> because.put(question, answers.option(question)));
		String message = "";
		String change = "";
		if (effect instanceof Effect.Warn warn) {
			message = warn.message();
			change = warn.change();
		}
		else if (effect instanceof Effect.Block block) {
			message = block.message();
			change = block.change();
		}
		return new Finding(rule.id(), effect.word(), because, rule.because(), message, change, rule.sources(),
				effect.detail());
	}

	/**
	 * A rule that misses by one answer: another of its conditions holds, or a demand is
	 * one step too lax.
	 */
	static Optional<NearMiss> nearMiss(Rule rule, Answers answers) {
		List<String> missed = new ArrayList<>();
		rule.when().forEach((question, options) -> {
			if (!options.contains(answers.option(question))) {
				missed.add(question);
			}
		});
		if (missed.size() != 1) {
			return Optional.empty();
		}
		String question = missed.get(0);
		Set<String> options = rule.when().get(question);
		if (options == null || (rule.when().size() == 1 && !oneStepAway(answers, question, options))) {
			return Optional.empty();
		}
		return Optional.of(new NearMiss(rule.id(), Map.of(question, String.join(" or ", options)), rule.because()));
	}

	private static boolean oneStepAway(Answers answers, String id, Set<String> options) {
		Question question = answers.questionnaire().question(id);
		if (question.kind() != Question.Kind.DEMAND) {
			return false;
		}
		List<String> order = question.options().stream().map(Option::id).toList();
		int next = order.indexOf(answers.option(id)) + 1;
		return next < order.size() && options.contains(order.get(next));
	}

}
