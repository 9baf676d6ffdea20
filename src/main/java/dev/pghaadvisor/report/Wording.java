package dev.pghaadvisor.report;

import java.util.Arrays;
import java.util.stream.Collectors;

import dev.pghaadvisor.questionnaire.Option;
import dev.pghaadvisor.questionnaire.Question;
import dev.pghaadvisor.questionnaire.Questionnaire;
import dev.pghaadvisor.rules.Design;
import org.jspecify.annotations.Nullable;

/** The sentences of a report that do not come from the rule files. */
final class Wording {

	private Wording() {
	}

	static String headline(@Nullable Design design) {
		return (design == null) ? "No design fits these answers" : switch (design) {
			case SIMPLE -> "The simple design fits";
			case FULL -> "The full design fits";
		};
	}

	static String summary(@Nullable Design design) {
		return (design == null)
				? "At least one answer rules out automatic failover that can be trusted. Below is why, and the smallest "
						+ "change that would make a design possible."
				: switch (design) {
					case SIMPLE -> "Three hosts, each with PostgreSQL, Patroni, etcd and Keepalived. A virtual address "
							+ "follows Patroni's leader, and applications connect straight to it.";
					case FULL -> "HAProxy finds the leader through Patroni's REST API, and Keepalived keeps a virtual "
							+ "address in front of HAProxy. Applications write to one port and read from replicas on "
							+ "another.";
				};
	}

	static String outcome(@Nullable Design design) {
		return (design == null) ? "no design would fit" : switch (design) {
			case SIMPLE -> "the simple design would fit";
			case FULL -> "the full design would fit";
		};
	}

	static String title(Design design) {
		return switch (design) {
			case SIMPLE -> "Simple: the virtual address follows the leader";
			case FULL -> "Full: HAProxy in front, a virtual address in front of HAProxy";
		};
	}

	/** A question with one or several of its options, in words. */
	static String answer(String questionId, String options, Questionnaire questionnaire) {
		return questionnaire.questions()
			.stream()
			.filter((question) -> question.id().equals(questionId))
			.findFirst()
			.map((question) -> question.text() + " " + labels(question, options))
			.orElse(questionId + ": " + options);
	}

	private static String labels(Question question, String options) {
		return Arrays.stream(options.split(",\\s*|\\s+or\\s+"))
			.map((id) -> question.options()
				.stream()
				.filter((option) -> option.id().equals(id.strip()))
				.map(Option::label)
				.findFirst()
				.orElse(id))
			.collect(Collectors.joining(" or "));
	}

}
