package dev.pghaadvisor.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.pghaadvisor.questionnaire.Question;

/**
 * Finds the smallest changes of answers that change the outcome. A change is a list of
 * question and option numbers by turns.
 */
final class Changes {

	private final Decision decision;

	Changes(Decision decision) {
		this.decision = decision;
	}

	/**
	 * Unblocked: every single answer that leads to the other design or, if there is none,
	 * every pair. Blocked: every smallest change that unblocks, however many answers it
	 * takes.
	 */
	List<int[]> from(int combination) {
		boolean blocked = this.decision.outcome(combination) == Decision.BLOCKED;
		int most = blocked ? this.decision.questions().size() : 2;
		List<int[]> found = new ArrayList<>();
		for (int size = 1; size <= most && found.isEmpty(); size++) {
			search(combination, combination, 0, new int[2 * size], 0, found);
		}
		return found;
	}

	private void search(int start, int reached, int first, int[] change, int length, List<int[]> found) {
		for (int question = first; question < this.decision.questions().size(); question++) {
			int given = this.decision.digit(start, question);
			change[length] = question;
			for (int option = 0; option < this.decision.options(question); option++) {
				if (option == given) {
					continue;
				}
				change[length + 1] = option;
				int next = this.decision.with(reached, question, option);
				if (length + 2 < change.length) {
					search(start, next, question + 1, change, length + 2, found);
				}
				else if (wanted(this.decision.outcome(start), this.decision.outcome(next))) {
					found.add(change.clone());
				}
			}
		}
	}

	private static boolean wanted(byte from, byte to) {
		return to != from && to != Decision.BLOCKED;
	}

	Map<String, String> named(int[] change) {
		Map<String, String> named = new LinkedHashMap<>();
		for (int place = 0; place < change.length; place += 2) {
			Question question = this.decision.questions().get(change[place]);
			named.put(question.id(), question.options().get(change[place + 1]).id());
		}
		return named;
	}

	int apply(int combination, int[] change) {
		int reached = combination;
		for (int place = 0; place < change.length; place += 2) {
			reached = this.decision.with(reached, change[place], change[place + 1]);
		}
		return reached;
	}

}
