package dev.pghaadvisor.plan;

/** What a host does; Patroni goes with PostgreSQL. */
public enum Role {

	POSTGRESQL("postgresql"), ETCD("etcd"), HAPROXY("haproxy"), KEEPALIVED("keepalived");

	private final String id;

	Role(String id) {
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
	public static Role from(String id) {
		for (Role candidate : values()) {
			if (candidate.id.equals(id)) {
				return candidate;
			}
		}
		throw new IllegalArgumentException(Shown.of(id) + " is not a role");
	}

}
