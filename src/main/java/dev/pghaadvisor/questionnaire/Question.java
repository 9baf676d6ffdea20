package dev.pghaadvisor.questionnaire;

import java.util.List;

/** One question. */
public record Question(String id, String section, String text, String why, Kind kind, boolean key, List<Option> options,
		String defaultOption, NotSure notSure) {

	/** The answer of somebody who cannot tell. */
	public static final String NOT_SURE = "not-sure";

	/** Demands have an order from lax to strict; circumstances have none. */
	public enum Kind {

		DEMAND, CIRCUMSTANCE

	}

	/**
	 * The option of that id.
	 * @throws IllegalArgumentException if there is none
	 */
	public Option option(String id) {
		return this.options.stream()
			.filter((option) -> option.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No option " + id + " in " + this.id));
	}

	/** Whether that is an answer: an option, or {@value #NOT_SURE}. */
	public boolean accepts(String answer) {
		return answer.equals(NOT_SURE) || this.options.stream().anyMatch((option) -> option.id().equals(answer));
	}

}
