package dev.pghaadvisor.questionnaire;

import java.util.List;

/** One question. */
public record Question(String id, String section, String text, String why, Kind kind, boolean key, List<Option> options,
		String defaultOption, NotSure notSure) {

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

}
