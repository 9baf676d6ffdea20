package dev.pghaadvisor.plan;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Named;
import dev.pghaadvisor.questionnaire.Values;

/** How clients find their way in. */
public enum Entry implements Named {

	KEEPALIVED("keepalived", "a virtual address"), CLOUD_LB("cloud-lb", "the cloud's load balancer"),
	EXTERNAL_LB("external-lb", "a load balancer that you provide"),
	MULTI_HOST("multi-host", "drivers that know every host");

	/** Rules choose it. */
	public static final Choice.Ruled<Entry> CHOICE = new Choice.Ruled<>("entry", Values.of(Entry.class));

	private final String id;

	private final String title;

	Entry(String id, String title) {
		this.id = id;
		this.title = title;
	}

	/** The words for people. */
	public String title() {
		return this.title;
	}

	/** Whether a balancer that is not part of the bundle probes the hosts. */
	public boolean balanced() {
		return this == CLOUD_LB || this == EXTERNAL_LB;
	}

	@Override
	public String id() {
		return this.id;
	}

}
