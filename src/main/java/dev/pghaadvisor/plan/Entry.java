package dev.pghaadvisor.plan;

/** How clients find their way in. */
public enum Entry {

	KEEPALIVED("keepalived"), CLOUD_LB("cloud-lb"), EXTERNAL_LB("external-lb"), MULTI_HOST("multi-host");

	private final String id;

	Entry(String id) {
		this.id = id;
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
