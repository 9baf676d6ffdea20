package dev.pghaadvisor.bundle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.pghaadvisor.questionnaire.Option;
import dev.pghaadvisor.questionnaire.Question;
import dev.pghaadvisor.questionnaire.Questionnaire;

/**
 * Sets of answers in which every option of every question meets every option of every
 * other question at least once. Greedy: each set is built around a pair that is still
 * missing, and takes for every further question the option that covers most.
 */
public final class Pairwise {

	private final List<Question> questions;

	private final Set<String> missing = new HashSet<>();

	private Pairwise(Questionnaire questionnaire) {
		this.questions = questionnaire.questions();
		for (int one = 0; one < this.questions.size(); one++) {
			for (int other = one + 1; other < this.questions.size(); other++) {
				for (Option left : this.questions.get(one).options()) {
					for (Option right : this.questions.get(other).options()) {
						this.missing.add(pair(one, left.id(), other, right.id()));
					}
				}
			}
		}
	}

	public static List<Map<String, String>> of(Questionnaire questionnaire) {
		Pairwise pairwise = new Pairwise(questionnaire);
		List<Map<String, String>> sets = new ArrayList<>();
		while (!pairwise.missing.isEmpty()) {
			sets.add(pairwise.next());
		}
		return sets;
	}

	private Map<String, String> next() {
		String[] seed = this.missing.stream().sorted().findFirst().orElseThrow().split("[=,]");
		String[] chosen = new String[this.questions.size()];
		chosen[Integer.parseInt(seed[0])] = seed[1];
		chosen[Integer.parseInt(seed[2])] = seed[3];
		for (int question = 0; question < chosen.length; question++) {
			if (chosen[question] == null) {
				chosen[question] = best(question, chosen);
			}
		}
		Map<String, String> answers = new LinkedHashMap<>();
		for (int one = 0; one < chosen.length; one++) {
			answers.put(this.questions.get(one).id(), chosen[one]);
			for (int other = one + 1; other < chosen.length; other++) {
				this.missing.remove(pair(one, chosen[one], other, chosen[other]));
			}
		}
		return answers;
	}

	private String best(int question, String[] chosen) {
		String best = "";
		int most = -1;
		for (Option option : this.questions.get(question).options()) {
			int covered = 0;
			for (int other = 0; other < chosen.length; other++) {
				if (chosen[other] != null
						&& this.missing.contains((other < question) ? pair(other, chosen[other], question, option.id())
								: pair(question, option.id(), other, chosen[other]))) {
					covered++;
				}
			}
			if (covered > most) {
				most = covered;
				best = option.id();
			}
		}
		return best;
	}

	private static String pair(int one, String left, int other, String right) {
		return one + "=" + left + "," + other + "=" + right;
	}

}
