package dev.pghaadvisor.plan;

/** Whose packages the files are written for. */
public enum Platform {

	DEBIAN_13("debian-13"), DEBIAN_12("debian-12");

	private final String id;

	Platform(String id) {
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
	public static Platform from(String id) {
		for (Platform candidate : values()) {
			if (candidate.id.equals(id)) {
				return candidate;
			}
		}
		throw new IllegalArgumentException(Shown.of(id) + " is not a platform");
	}

}
