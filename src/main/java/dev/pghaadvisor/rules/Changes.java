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
		int[] given = new int[this.decision.questions().size()];
		for (int question = 0; question < given.length; question++) {
			given[question] = this.decision.digit(combination, question);
		}
		byte outcome = this.decision.outcome(combination);
		List<int[]> found = new ArrayList<>();
		for (int size = 1; size <= most && found.isEmpty(); size++) {
			search(outcome, given, combination, 0, new int[2 * size], 0, found);
		}
		return found;
	}

	private void search(byte outcome, int[] given, int reached, int first, int[] change, int length,
			List<int[]> found) {
		boolean last = length + 2 == change.length;
		for (int question = first; question < given.length; question++) {
			int stride = this.decision.stride(question);
			int next = reached - given[question] * stride;
			change[length] = question;
			for (int option = 0; option < this.decision.questions().get(question).options().size(); option++) {
				int kind = this.decision.kind(question, option);
				if (kind != given[question]) {
					change[length + 1] = option;
					int there = next + kind * stride;
					if (!last) {
						search(outcome, given, there, question + 1, change, length + 2, found);
					}
					else if (wanted(outcome, this.decision.outcome(there))) {
						found.add(change.clone());
					}
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
