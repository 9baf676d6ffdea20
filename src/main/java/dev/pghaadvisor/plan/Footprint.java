package dev.pghaadvisor.plan;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Named;
import dev.pghaadvisor.questionnaire.Values;

/** How the roles are spread over hosts. */
public enum Footprint implements Named {

	SIMPLE_3("simple-3"), FULL_8("full-8"), FULL_5("full-5"), FULL_3("full-3");

	/** Rules choose it. */
	public static final Choice.Ruled<Footprint> CHOICE = new Choice.Ruled<>("footprint", Values.of(Footprint.class));

	private final String id;

	Footprint(String id) {
		this.id = id;
	}

	@Override
	public String id() {
		return this.id;
	}

}
