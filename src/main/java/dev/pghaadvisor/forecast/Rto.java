package dev.pghaadvisor.forecast;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Named;
import dev.pghaadvisor.questionnaire.Values;

/** After a host is lost, how long writes may stay away. */
enum Rto implements Named {

	MINUTES("minutes", 300), A_MINUTE("60s", 60), HALF_A_MINUTE("30s", 30);

	static final Choice.Asked<Rto> CHOICE = new Choice.Asked<>("rto", Values.of(Rto.class));

	private final String id;

	private final int seconds;

	Rto(String id, int seconds) {
		this.id = id;
		this.seconds = seconds;
	}

	@Override
	public String id() {
		return this.id;
	}

	/** The longest interruption that is allowed. */
	int seconds() {
		return this.seconds;
	}

}
