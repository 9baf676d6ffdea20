package dev.pghaadvisor.plan;

import java.util.List;

/** What a host does; Patroni goes with PostgreSQL. */
public enum Role {

	POSTGRESQL("postgresql", "PostgreSQL", "Patroni"), ETCD("etcd", "etcd"), HAPROXY("haproxy", "HAProxy"),
	KEEPALIVED("keepalived", "Keepalived");

	private final String id;

	private final List<String> programs;

	Role(String id, String... programs) {
		this.id = id;
		this.programs = List.of(programs);
	}

	/** The name in rule files, JSON and the bundle. */
	public String id() {
		return this.id;
	}

	/** What runs for it, as the programs call themselves. */
	public List<String> programs() {
		return this.programs;
	}

}
