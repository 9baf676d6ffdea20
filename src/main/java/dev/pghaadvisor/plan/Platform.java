package dev.pghaadvisor.plan;

import java.util.Map;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Named;
import dev.pghaadvisor.questionnaire.Values;

/**
 * Whose packages the files are written for, and what about those packages decides what is
 * in the files. The versions are the distribution's own.
 */
public enum Platform implements Named {

	/** PostgreSQL 17, Patroni 4.0.7, etcd 3.5.16, HAProxy 3.0.11, Keepalived 2.3.3. */
	DEBIAN_13("debian-13", new Release(13, "trixie", 17),
			Map.of("postgresql-17", "17", "patroni", "4.0", "etcd-server", "3.5", "haproxy", "3.0", "keepalived",
					"2.3"),
			EtcdApi.V3, true, true, "streaming"),

	/**
	 * PostgreSQL 15, Patroni 3.0.2, etcd 3.4.23, HAProxy 2.6.12, Keepalived 2.2.7. That
	 * Patroni loses acknowledged writes through etcd's v3 API: it overwrites the leader
	 * key without comparing (patroni/patroni#2693, mended in 3.0.3).
	 */
	DEBIAN_12("debian-12", new Release(12, "bookworm", 15), Map.of("postgresql-15", "15", "patroni", "3.0.2",
			"etcd-server", "3.4", "haproxy", "2.6", "keepalived", "2.2"), EtcdApi.V2, false, false, "running");

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

	private final Release release;

	private final Map<String, String> triedVersions;

	private final EtcdApi etcdApi;

	private final boolean keepalivedChecksScriptsOfOthers;

	private final boolean slotsOutliveMembers;

	private final String replicaState;

	Platform(String id, Release release, Map<String, String> triedVersions, EtcdApi etcdApi,
			boolean keepalivedChecksScriptsOfOthers, boolean slotsOutliveMembers, String replicaState) {
		this.id = id;
		this.release = release;
		this.triedVersions = triedVersions;
		this.etcdApi = etcdApi;
		this.keepalivedChecksScriptsOfOthers = keepalivedChecksScriptsOfOthers;
		this.slotsOutliveMembers = slotsOutliveMembers;
		this.replicaState = replicaState;
	}

	/**
	 * A release of Debian.
	 *
	 * @param number its major version
	 * @param suite its name in package archives
	 * @param postgresql the major version of PostgreSQL that it ships
	 */
	private record Release(int number, String suite, int postgresql) {
	}

	@Override
	public String id() {
		return this.id;
	}

	/** The words for people. */
	public String title() {
		return "Debian " + debian();
	}

	/** The major version of Debian. */
	public int debian() {
		return this.release.number();
	}

	/** The name of that release in package archives. */
	public String suite() {
		return this.release.suite();
	}

	/** The major version of PostgreSQL. */
	public int postgresql() {
		return this.release.postgresql();
	}

	/**
	 * How the versions of packages begin that the files were tried with, by the package's
	 * name. Where a later version means something else by the same file, such as
	 * Patroni's 3.0.4, it begins nearer to that.
	 */
	public Map<String, String> triedVersions() {
		return this.triedVersions;
	}

	public EtcdApi etcdApi() {
		return this.etcdApi;
	}

	/**
	 * Whether {@code keepalived -t} survives a script that runs as another user than
	 * root; 2.2.7 ends itself with SIGTERM there.
	 */
	public boolean keepalivedChecksScriptsOfOthers() {
		return this.keepalivedChecksScriptsOfOthers;
	}

	/**
	 * Whether Patroni keeps the replication slot of a member that is away, half an hour
	 * since 4.0.0; before, the slot goes when the member's key expires, after one ttl.
	 */
	public boolean slotsOutliveMembers() {
		return this.slotsOutliveMembers;
	}

	/**
	 * The state that Patroni reports of a replica that follows the leader: before 3.0.4
	 * it does not tell streaming from running.
	 */
	public String replicaState() {
		return this.replicaState;
	}

}
