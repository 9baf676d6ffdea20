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

}
