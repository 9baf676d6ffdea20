package dev.pghaadvisor.plan;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Named;
import dev.pghaadvisor.questionnaire.Values;

/** Whether anybody reads from replicas. */
public enum ReadScaling implements Named {

	NONE("none"),

	/** Within about a year. */
	PLANNED("planned"),

	NOW("now");

	public static final Choice.Asked<ReadScaling> CHOICE = new Choice.Asked<>("read-scaling",
			Values.of(ReadScaling.class));

	private final String id;

	ReadScaling(String id) {
		this.id = id;
	}

	@Override
	public String id() {
		return this.id;
	}

}
