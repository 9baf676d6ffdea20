package dev.pghaadvisor.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.questionnaire.Question;
import org.jspecify.annotations.Nullable;

/** Whether rules fire, by how much they miss, and what to tell about it. */
final class Firing {

	private Firing() {
	}

	/** A rule that looks at the design does not fire while there is none. */
	static boolean fires(Rule rule, Answers answers, @Nullable Design design) {
		if (!rule.design().isEmpty() && (design == null || !rule.design().contains(design))) {
			return false;
		}
		for (Map.Entry<String, Set<String>> condition : rule.when().entrySet()) {
			if (!condition.getValue().contains(answers.option(condition.getKey()))) {
				return false;
			}
		}
		return true;
	}

	static List<Finding> findings(Rule rule, Answers answers) {
		return rule.effects().stream().map((effect) -> finding(rule, effect, answers)).toList();
	}

	static Finding finding(Rule rule, Effect effect, Answers answers) {
		Map<String, String> because = new LinkedHashMap<>();
		rule.when().keySet().forEach((question) -> because.put(question, answers.option(question)));
		return new Finding(rule.id(), effect, because, rule.because(), rule.sources());
	}

	/**
	 * A rule that misses by one answer: another of its conditions holds, or a demand is
	 * one step too lax.
	 */
	static Optional<NearMiss> nearMiss(Rule rule, Answers answers) {
		Map.Entry<String, Set<String>> missed = null;
		for (Map.Entry<String, Set<String>> condition : rule.when().entrySet()) {
			if (!condition.getValue().contains(answers.option(condition.getKey()))) {
				if (missed != null) {
					return Optional.empty();
				}
				missed = condition;
			}
		}
		if (missed == null) {
			return Optional.empty();
		}
		boolean alone = rule.when().size() == 1;
		boolean demanded = answers.answer(missed.getKey()).question().kind() == Question.Kind.DEMAND;
		if ((alone || demanded) && !oneStepAway(answers, missed.getKey(), missed.getValue())) {
			return Optional.empty();
		}
		return Optional.of(new NearMiss(rule.id(), Map.of(missed.getKey(), String.join(" or ", missed.getValue())),
				rule.because()));
	}

	private static boolean oneStepAway(Answers answers, String id, Set<String> options) {
		Question question = answers.answer(id).question();
		if (question.kind() != Question.Kind.DEMAND) {
			return false;
		}
		int next = question.options().indexOf(answers.answer(id).option()) + 1;
		return next < question.options().size() && options.contains(question.options().get(next).id());
	}

}
