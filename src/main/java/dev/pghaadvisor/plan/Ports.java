package dev.pghaadvisor.plan;

/** The ports of every part, the same in each bundle. */
public final class Ports {

	/** PostgreSQL. */
	public static final int POSTGRESQL = 5432;

	/** Writes through HAProxy. */
	public static final int HAPROXY_WRITE = 5000;

	/** Reads through a balancer that leads straight to the databases. */
	public static final int BALANCER_READ = 5433;

	/** Reads through HAProxy. */
	public static final int HAPROXY_READ = 5001;

	/** HAProxy's health, statistics and metrics. */
	public static final int HAPROXY_HEALTH = 7000;

	/** Patroni's REST API. */
	public static final int PATRONI = 8008;

	/** etcd for its clients. */
	public static final int ETCD_CLIENT = 2379;

	/** etcd among its members. */
	public static final int ETCD_PEER = 2380;

	/** Administration over ssh, by Ansible and by people. */
	public static final int SSH = 22;

	private Ports() {
	}

}
