package dev.pghaadvisor.plan;

/**
 * Where programs of a cluster are asked over HTTP: the one place that knows scheme and
 * ports.
 */
public final class Urls {

	/** A host as its own programs reach it. */
	public static final String LOOPBACK = "127.0.0.1";

	private static final String SCHEME = "http://";

	Urls() {
	}

	/** What stands before host and port. */
	public String scheme() {
		return SCHEME;
	}

	/** Patroni's REST API on that host. */
	public String patroni(String host) {
		return SCHEME + host + ":" + Ports.PATRONI;
	}

	/** etcd's API for its clients on that host. */
	public String etcd(String host) {
		return SCHEME + host + ":" + Ports.ETCD_CLIENT;
	}

	/** etcd's API for its other members on that host. */
	public String etcdPeer(String host) {
		return SCHEME + host + ":" + Ports.ETCD_PEER;
	}

	/** HAProxy's health, statistics and metrics on that host. */
	public String haproxy(String host) {
		return SCHEME + host + ":" + Ports.HAPROXY_HEALTH;
	}

}
