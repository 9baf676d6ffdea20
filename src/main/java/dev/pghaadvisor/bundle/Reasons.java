package dev.pghaadvisor.bundle;

import java.util.Map;
import java.util.stream.Collectors;

import dev.pghaadvisor.rules.Finding;

/**
 * Findings as one sentence for a comment: the answers that led there, then the reason.
 */
final class Reasons {

	private Reasons() {
	}

	static String of(Finding finding) {
		Map<String, String> answers = finding.answers();
		String why = finding.because();
		if (answers.isEmpty()) {
			return why;
		}
		return answers.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + " = " + entry.getValue())
			.collect(Collectors.joining(", ", "From your answers: ", ". ")) + why;
	}

}
