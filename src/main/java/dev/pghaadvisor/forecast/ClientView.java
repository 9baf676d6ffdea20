package dev.pghaadvisor.forecast;

import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.rules.Design;

/**
 * What each kind of client sees: one that connects for each transaction, one that keeps
 * its session, one without timeouts of its own. The words follow what the lab's clients
 * met, the codes are PostgreSQL's SQLSTATEs.
 */
final class ClientView {

	private ClientView() {
	}

	static String of(Scenario scenario, Design design, Entry entry, boolean synchronous) {
		boolean full = design == Design.FULL;
		return switch (scenario) {
			case POSTGRES_CRASH -> full
					? "New connections hang for up to 2 s each and then close; open sessions close at once (57P02 or no "
							+ "code at all). Both have to connect again."
					: "New connections are refused at once or told 57P03 (starting up); open sessions close at once.";
			case LEADER_POWEROFF, LEADER_NETSPLIT, SITE_CUT -> full
					? "Queries hang until HAProxy marks the leader down, about 3 s, then sessions close; new connections "
							+ "are accepted and closed at once; a few may be told 25006 (read-only). A client "
							+ "without timeouts is freed by HAProxy."
					: hostLost(entry) + " Open sessions hang until the client's own timeout; one without "
							+ "tcp_user_timeout can hang far longer than the outage.";
			case LEADER_PEERCUT -> peercut(synchronous);
			case LEADER_FREEZE ->
				"Connections are accepted and then hang, open sessions too, until a timeout or the cut by the checks."
						+ (full ? " A few may be told 25006 (read-only)." : "");
			case LEADER_VMPAUSE -> full
					? "As after a power loss. Nothing more when the machine resumes: HAProxy has cut its sessions."
					: (entry != Entry.KEEPALIVED)
							? "As after a power loss. A session that stayed open to the paused host can write for a moment when it resumes; "
									+ (synchronous ? "that is not confirmed." : "what it writes is lost.")
							: "As after a power loss. When the machine resumes, a second gap of up to 5 s and a few errors "
									+ "25006 (read-only) from the old leader.";
			case PATRONI_KILL ->
				full ? "Sessions may be cut once, and new connections are closed at once for a second or two."
						: "Nothing, as long as Patroni is back before the checks give it up.";
			case SWITCHOVER -> full
					? "Sessions end with 57P01; new connections hang for up to 2 s each, then work. With these checks no "
							+ "read-only errors are expected."
					: "Sessions end with 57P01; new connections are told 57P03, then refused, then work. " + (entry
						.balanced()
								? "Where a balancer leads to any host while it takes none for fit, a few are told 25006 (read-only)."
								: "With these checks no read-only errors are expected.");
			case REPLICA_POWEROFF -> synchronous
					? "If it was the synchronous standby, commits hang until Patroni drops it and then go through. "
							+ reads(full)
					: "Writers see nothing. " + reads(full);
			case ETCD_MEMBER_KILL, WITNESS_POWEROFF -> "Nothing.";
			case ETCD_QUORUM_LOSS ->
				"Nothing while every database host answers. If one is away as well, writes fail with 25006 (read-only) "
						+ "or are refused until etcd is back; "
						+ (full ? "reads go on." : "replicas go on answering reads.");
			case KEEPALIVED_KILL -> full
					? "A short pause while the address moves to the other HAProxy host; sessions through the first one "
							+ "are reset."
					: "Connection attempts time out until the address is back on the same host; sessions may survive "
							+ "the pause.";
			case HAPROXY_KILL -> "Every session through it closes; new connections are refused for a moment, and the "
					+ "first ones may reach a replica and get 25006 (read-only).";
			case LB_POWEROFF -> switch (entry) {
				case KEEPALIVED -> "Sessions hang until the address has moved, then they are reset; new connections "
						+ "time out until then.";
				case CLOUD_LB, EXTERNAL_LB ->
					"Sessions through it hang until the balancer cuts them or the client's own "
							+ "timeout; new connections time out until the probes have noticed.";
				case MULTI_HOST -> "Sessions through it hang until the client's own timeout; new connections go on to "
						+ "another host after their connect timeout.";
			};
			case DISK_FULL ->
				"Errors 53100 (disk full), then sessions close and new connections are told 57P03 again and again.";
			case RESTART_ALL -> "Nothing answers until the hosts are up. The first connections may be told "
					+ "25006 (read-only) for up to three seconds, then they work again.";
			case ETCD_LEADER_PAUSE -> (synchronous ? "Commits may hang for as long as the host stands still; no error."
					: "Writers see nothing.")
					+ (full ? " Readers on that host hang for about 3 s, until the checks leave it out." : "");
			case SLOW_READER -> "The slow client gets everything; others see nothing.";
			case REPLICA_REBUILD ->
				(synchronous ? "Commits may hang for some seconds at the start; no error. " : "Writers see nothing. ")
						+ reads(full);
			case BOTH_LOST, ALL_DARK ->
				"As after a power loss, until hosts are back. The first connections then may be told 25006 (read-only) "
						+ "for a moment.";
			case FAILOVER_AGAIN ->
				"The same as after a power loss, twice." + (full ? " A few may be told 25006 (read-only)." : "");
			case LEADER_LOSSY ->
				(full ? "Sessions close now and then; new connections are closed at once, some for tens of seconds."
						: "Statements and connections take seconds; some run into the client's timeouts.")
						+ " If the leadership moves, a few writes are told 25006 (read-only).";
		};
	}

	private static String hostLost(Entry entry) {
		return switch (entry) {
			case KEEPALIVED -> "New connections time out, since nobody answers for the address.";
			case CLOUD_LB, EXTERNAL_LB -> "New connections time out until the balancer's probes have noticed; where no "
					+ "host is fit, some balancers lead to any host, and writes fail with 25006 (read-only).";
			case MULTI_HOST -> "Drivers wait for the lost host until their connect timeout, then refuse the replicas "
					+ "until one of them leads.";
		};
	}

	private static String peercut(boolean synchronous) {
		return synchronous
				? "Commits hang on the old leader and are not confirmed; then it only reads (25006) for up to two seconds, "
						+ "and sessions close. No confirmed write is lost."
				: "Writes still succeed for a while and are lost afterwards: confirmed, then gone. Then the old leader only "
						+ "reads (25006) for up to two seconds, and sessions close.";
	}

	private static String reads(boolean full) {
		return full ? "Readers on it close and find another replica within seconds."
				: "Readers on it, where there are any, hang until their timeouts and find another replica.";
	}

}
