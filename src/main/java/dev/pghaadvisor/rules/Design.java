package dev.pghaadvisor.rules;

import dev.pghaadvisor.questionnaire.Named;

/** The two designs. */
public enum Design implements Named {

	SIMPLE("simple"), FULL("full");

	private final String id;

	Design(String id) {
		this.id = id;
	}

	@Override
	public String id() {
		return this.id;
	}

}
