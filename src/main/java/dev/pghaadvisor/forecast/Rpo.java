package dev.pghaadvisor.forecast;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Named;
import dev.pghaadvisor.questionnaire.Values;

/** How many seconds of acknowledged writes may be lost when the leader dies. */
enum Rpo implements Named {

	MINUTES("minutes", 300), SECONDS("seconds", 60), ZERO("zero", 0);

	static final Choice.Asked<Rpo> CHOICE = new Choice.Asked<>("rpo", Values.of(Rpo.class));

	private final String id;

	private final int seconds;

	Rpo(String id, int seconds) {
		this.id = id;
		this.seconds = seconds;
	}

	@Override
	public String id() {
		return this.id;
	}

	/** The most that is allowed. */
	int seconds() {
		return this.seconds;
	}

}
