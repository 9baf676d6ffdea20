package dev.pghaadvisor.plan;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Named;
import dev.pghaadvisor.questionnaire.Values;

/**
 * Whose packages the files are written for, and what about those packages decides what is
 * in the files. The versions are the distribution's own.
 */
public enum Platform implements Named {

	/** PostgreSQL 17, Patroni 4.0.7, etcd 3.5.16, HAProxy 3.0.11, Keepalived 2.3.3. */
	DEBIAN_13("debian-13", 13, 17, EtcdApi.V3),

	/**
	 * PostgreSQL 15, Patroni 3.0.2, etcd 3.4.23, HAProxy 2.6.12, Keepalived 2.2.7. That
	 * Patroni loses acknowledged writes through etcd's v3 API: it overwrites the leader
	 * key without comparing (patroni/patroni#2693, mended in 3.0.3).
	 */
	DEBIAN_12("debian-12", 12, 15, EtcdApi.V2);

	/** The API of etcd through which Patroni keeps the leader key. */
	public enum EtcdApi {

		/** Keys with a time to live of their own; gone from etcd 3.6 on. */
		V2,

		/** Keys bound to a lease, which a new leader of etcd renews. */
		V3

	}

	/** Rules choose it. */
	public static final Choice.Ruled<Platform> CHOICE = new Choice.Ruled<>("platform", Values.of(Platform.class));

	private final String id;

	private final int debian;

	private final int postgresql;

	private final EtcdApi etcdApi;

	Platform(String id, int debian, int postgresql, EtcdApi etcdApi) {
		this.id = id;
		this.debian = debian;
		this.postgresql = postgresql;
		this.etcdApi = etcdApi;
	}

	@Override
	public String id() {
		return this.id;
	}

	/** The words for people. */
	public String title() {
		return "Debian " + this.debian;
	}

	/** The major version of Debian. */
	public int debian() {
		return this.debian;
	}

	/** The major version of PostgreSQL. */
	public int postgresql() {
		return this.postgresql;
	}

	public EtcdApi etcdApi() {
		return this.etcdApi;
	}

	/**
	 * Whether {@code keepalived -t} survives a script that runs as another user than
	 * root; 2.2.7 ends itself with SIGTERM there.
	 */
	public boolean keepalivedChecksScriptsOfOthers() {
		return this == DEBIAN_13;
	}

	/**
	 * Whether Patroni keeps the replication slot of a member that is away, half an hour
	 * since 4.0.0; before, the slot goes when the member's key expires, after one ttl.
	 */
	public boolean slotsOutliveMembers() {
		return this == DEBIAN_13;
	}

	/**
	 * The state that Patroni reports of a replica that follows the leader: before 3.0.4
	 * it does not tell streaming from running.
	 */
	public String replicaState() {
		return (this == DEBIAN_13) ? "streaming" : "running";
	}

}
