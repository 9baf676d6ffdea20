package dev.pghaadvisor.plan;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Named;
import dev.pghaadvisor.questionnaire.Values;

/** How many database hosts may fail at the same time. */
public enum HostFailures implements Named {

	ONE("one"), TWO("two");

	public static final Choice.Asked<HostFailures> CHOICE = new Choice.Asked<>("host-failures",
			Values.of(HostFailures.class));

	private final String id;

	HostFailures(String id) {
		this.id = id;
	}

	@Override
	public String id() {
		return this.id;
	}

}
