package dev.pghaadvisor.plan;

/** How clients find their way in. */
public enum Entry {

	KEEPALIVED("keepalived", "a virtual address"), CLOUD_LB("cloud-lb", "the cloud's load balancer"),
	EXTERNAL_LB("external-lb", "a load balancer that you provide"),
	MULTI_HOST("multi-host", "drivers that know every host");

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

	/** The name in rule files, JSON and the bundle. */
	public String id() {
		return this.id;
	}

	/**
	 * The one with that id.
	 * @throws IllegalArgumentException if there is none
	 */
	public static Entry from(String id) {
		for (Entry candidate : values()) {
			if (candidate.id.equals(id)) {
				return candidate;
			}
		}
		throw new IllegalArgumentException(Shown.of(id) + " is not an entry point");
	}

}
