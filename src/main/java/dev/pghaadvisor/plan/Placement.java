package dev.pghaadvisor.plan;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Named;
import dev.pghaadvisor.questionnaire.Values;

/** Where the hosts stand. */
public enum Placement implements Named {

	/** In one site, or wherever their owner puts them. */
	TOGETHER("together"),

	/** Over three sites, any of which may be lost. */
	THREE_SITES("three-sites");

	/** Rules choose it. */
	public static final Choice.Ruled<Placement> CHOICE = new Choice.Ruled<>("placement", Values.of(Placement.class));

	private final String id;

	Placement(String id) {
		this.id = id;
	}

	@Override
	public String id() {
		return this.id;
	}

}
