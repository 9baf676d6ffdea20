package dev.pghaadvisor.plan;

/** How the roles are spread over hosts. */
public enum Footprint {

	SIMPLE_3("simple-3"), FULL_8("full-8"), FULL_5("full-5"), FULL_3("full-3");

	private final String id;

	Footprint(String id) {
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
	public static Footprint from(String id) {
		for (Footprint candidate : values()) {
			if (candidate.id.equals(id)) {
				return candidate;
			}
		}
		throw new IllegalArgumentException(Shown.of(id) + " is not a footprint");
	}

}
