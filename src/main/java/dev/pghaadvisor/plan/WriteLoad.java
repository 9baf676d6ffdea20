package dev.pghaadvisor.plan;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Named;
import dev.pghaadvisor.questionnaire.Values;

/** How much WAL the database writes at its busiest. */
public enum WriteLoad implements Named {

	LOW("low"), MODERATE("moderate"), HEAVY("heavy");

	/** The answer. */
	public static final Choice.Asked<WriteLoad> CHOICE = new Choice.Asked<>("write-load", Values.of(WriteLoad.class));

	private final String id;

	WriteLoad(String id) {
		this.id = id;
	}

	@Override
	public String id() {
		return this.id;
	}

}
