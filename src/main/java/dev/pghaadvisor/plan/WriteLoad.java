package dev.pghaadvisor.plan;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Named;
import dev.pghaadvisor.questionnaire.Values;

/** How much WAL the database writes at its busiest. */
public enum WriteLoad implements Named {

	LOW("low", 1), MODERATE("moderate", 10),

	/** The answer has no upper end: five times its lower one, assumed. */
	HEAVY("heavy", 50);

	/** The answer. */
	public static final Choice.Asked<WriteLoad> CHOICE = new Choice.Asked<>("write-load", Values.of(WriteLoad.class));

	private final String id;

	private final int peak;

	WriteLoad(String id, int peak) {
		this.id = id;
		this.peak = peak;
	}

	/** MB of WAL a second at the busiest, taken at the upper end of the answer. */
	public int peak() {
		return this.peak;
	}

	@Override
	public String id() {
		return this.id;
	}

}
