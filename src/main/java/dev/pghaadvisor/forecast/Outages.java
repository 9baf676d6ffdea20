package dev.pghaadvisor.forecast;

import java.util.Locale;
import java.util.Optional;

import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.HaproxyTimers;
import dev.pghaadvisor.plan.PatroniTimers;
import dev.pghaadvisor.plan.Synchronous;
import org.jspecify.annotations.Nullable;

/**
 * Puts the steps of each scenario together.
 *
 * @param blocks the steps
 * @param synchronous whether commits wait for standbys
 * @param failsafe Patroni's {@code failsafe_mode}
 */
record Outages(Blocks blocks, Synchronous synchronous, boolean failsafe) {

	/**
	 * Seconds until a leader gives up peers that do not answer: it asks all at once, and
	 * twice with a limit of 2 s (Patroni, ha.py, call_failsafe_member).
	 */
	private static final double SILENT_PEERS = 4;

	/** Seconds that etcd's host stands still for. */
	private static final double PAUSE = 4;

	/** Seconds that a link loses packets for. */
	private static final double LOSSY = 60;

	/**
	 * An outage and how it is made up.
	 *
	 * @param span its length; if unbounded, what the cluster takes once people have
	 * repaired the cause
	 * @param unbounded whether it lasts until people act
	 * @param how the formula in words
	 */
	record Outage(Span span, boolean unbounded, String how) {
	}

	/** The outage of a scenario; empty if the design has no such part. */
	Optional<Outage> of(Scenario scenario) {
		return Optional.ofNullable(switch (scenario) {
			case POSTGRES_CRASH -> crash();
			case LEADER_POWEROFF -> hostLost("");
			case LEADER_NETSPLIT -> hostLost(" The cut-off leader stops writing before its key can expire.");
			case LEADER_FREEZE -> hostLost(" Hanging processes look like a lost host to the others.");
			case LEADER_VMPAUSE -> hostLost(resume());
			case LEADER_PEERCUT -> peersLost();
			case PATRONI_KILL -> patroniKilled();
			case SWITCHOVER -> switchover();
			case REPLICA_POWEROFF -> replicaLost();
			case ETCD_MEMBER_KILL -> bounded(new Span(0, 0, 0.5),
					"The other members go on; if the leader of etcd was hit, they elect another within 2 s, and "
							+ "Patroni retries for longer than that.");
			case ETCD_QUORUM_LOSS -> quorumLost();
			case KEEPALIVED_KILL -> keepalivedKilled();
			case HAPROXY_KILL -> haproxyKilled();
			case LB_POWEROFF -> balancerLost();
			case DISK_FULL -> diskFull();
			case RESTART_ALL -> restartAll();
			case ETCD_LEADER_PAUSE -> etcdLeaderPaused();
			case SLOW_READER -> bounded(new Span(0, 0, 0.5),
					"A server waits for a client whose system still answers, however slowly it reads, and gives up one whose "
							+ "system does not within a minute; others see nothing of either.");
			case REPLICA_REBUILD -> replicaRebuilt();
			case BOTH_LOST -> bothLost();
			case FAILOVER_AGAIN -> lostAgain();
			case LEADER_LOSSY -> lossyLink();
			case ALL_DARK -> allDark();
			case WITNESS_POWEROFF -> bounded(new Span(0, 0, 0.5),
					"Both database hosts are the majority of etcd without it; if it led etcd, they elect another leader within 2 s, and Patroni retries for longer than that. Until it is back nothing else may be lost.");
			case SITE_CUT -> hostLost(
					" Two sites are the majority of etcd and have two copies, so they go on without the third, which stops writing before the key can expire.");
		});
	}

	private Outage crash() {
		PatroniTimers timers = this.blocks.patroni();
		if (timers.primaryStartTimeout() == 0) {
			return bounded(this.blocks.noticed().then(this.blocks.race()).then(this.blocks.arrival()),
					"Patroni notices within loop_wait = %d s and hands over at once; then %s."
						.formatted(timers.loopWait(), arrivalWords(this.blocks.arrival())));
		}
		return bounded(restart(),
				"Patroni notices within loop_wait = %d s and starts PostgreSQL again in place, 2 to 3 s; replay of WAL "
					.formatted(timers.loopWait()) + "comes on top, and after primary_start_timeout = "
						+ timers.primaryStartTimeout() + " s of it another host takes over.");
	}

	/**
	 * How PostgreSQL ends on a full disk is how it crashes, and it tries to start a few
	 * times before Patroni's next look.
	 */
	private Outage diskFull() {
		if (this.blocks.patroni().primaryStartTimeout() == 0) {
			return bounded(
					this.blocks.noticed().then(new Span(0, 1, 3)).then(this.blocks.race()).then(this.blocks.arrival()),
					"If only the leader's disk is full, Patroni hands over to a replica after a failed start of up to 3 s, "
							+ "as after a crash. If the replicas' disks are as full, it lasts until people make room.");
		}
		return new Outage(restart(), true,
				"Patroni starts PostgreSQL again and again instead of failing over; so it lasts until people make room, and then %s s to start."
					.formatted(seconds(restart().expected())));
	}

	private Span restart() {
		return this.blocks.noticed().then(new Span(0.5, 2, 3)).then(new Span(0, 0, this.blocks.retries().worst()));
	}

	private Outage hostLost(String more) {
		Span expiry = this.blocks.keyExpiryWithHost();
		String etcd = this.blocks.leaderOfEtcdCounts()
				? " (up to %s s if etcd's leader was on the same host)".formatted(seconds(expiry.worst())) : "";
		return bounded(expiry.then(this.blocks.raceWithoutAnswer()).then(this.blocks.arrivalAfterLoss()),
				"The leader's key expires %s to %s s after the loss%s; the replicas give the lost host 2 s to answer; then %s. Replay of WAL comes on top.%s"
					.formatted(seconds(expiry.best()), seconds(this.blocks.keyExpiry().worst()), etcd,
							arrivalWords(this.blocks.arrivalAfterLoss()), more));
	}

	private String resume() {
		return this.blocks.haproxy() != null ? "" : (this.blocks.entry() == Entry.KEEPALIVED)
				? " When the paused machine resumes it may take the address back for up to 5 s: a second gap." : "";
	}

	/** PostgreSQL goes on; what may close is the way in. */
	private Outage patroniKilled() {
		HaproxyTimers checks = this.blocks.haproxy();
		Span notEvenThen = new Span(0, 0, this.blocks.arrival().worst());
		if (checks != null) {
			return bounded(new Span(0, 1.5, 3).then(notEvenThen),
					"systemd starts Patroni again at once and it answers within about 2 s, while PostgreSQL runs on. HAProxy's checks notice after %s to %s s, cut the sessions and let them in again with the next check."
						.formatted(seconds((checks.fall() - 1) * checks.fastInterMs() / 1000.0),
								seconds((checks.interMs() + (checks.fall() - 1) * checks.fastInterMs()) / 1000.0)));
		}
		return bounded(new Span(0, 0.1, 3).then(notEvenThen),
				"systemd starts Patroni again at once and it answers within about 2 s, while PostgreSQL runs on"
						+ ((this.blocks.entry() == Entry.KEEPALIVED)
								? "; keepalived waits %s s for it.".formatted(seconds(
										this.blocks.keepalived().patience() * this.blocks.keepalived().interval()))
								: ".")
						+ " If it takes longer, the way in closes, and after the restart " + way() + ".");
	}

	private Outage peersLost() {
		Span next = this.blocks.raceWithoutAnswer().then(this.blocks.arrivalAfterAbsence());
		if (this.synchronous.on()) {
			return bounded(this.blocks.keyExpiryWithHost().then(next),
					"Commits hang at once, because no standby confirms them; otherwise as after the loss "
							+ "of the host.");
		}
		PatroniTimers timers = this.blocks.patroni();
		double asks = this.failsafe ? SILENT_PEERS : 0;
		Span expiry = this.blocks.keyExpiryAfterDemotion(asks);
		String etcd = this.blocks.leaderOfEtcdCounts()
				? " (up to %s s if etcd's leader was on the same host)".formatted(seconds(expiry.worst())) : "";
		return bounded(expiry.then(next),
				"The old leader accepts writes for %s to %s s more, and those writes are lost. From then on: its key expires %s s later%s, since both are counted from its last renewal (ttl - loop_wait - retry_timeout = %d - %d - %d s%s); the replicas give it 2 s to answer; then %s."
					.formatted(seconds(this.blocks.demotion(asks).best()), seconds(this.blocks.demotion(asks).worst()),
							seconds(timers.ttl() - timers.loopWait() - timers.retryTimeout() - asks), etcd,
							timers.ttl(), timers.loopWait(), timers.retryTimeout(),
							this.failsafe ? ", less the %s s in which it asks its silent peers, failsafe_mode"
								.formatted(seconds(asks)) : "",
							arrivalWords(this.blocks.arrivalAfterAbsence())));
	}

	private Outage switchover() {
		return bounded(
				new Span(0.2, 0.5, 5).then(new Span(1, 1, 1)).then(this.blocks.race()).then(this.blocks.arrival()),
				"PostgreSQL shuts down, usually within 1 s and longer with much left to write, here taken as 5 s at "
						+ "most; Patroni waits 1 s; then " + arrivalWords(this.blocks.arrival()) + ".");
	}

	private Outage replicaLost() {
		PatroniTimers timers = this.blocks.patroni();
		return this.synchronous.on() ? bounded(this.blocks.standbyDropped(),
				"If it was a synchronous one, commits hang until %s, and Patroni's next loop within loop_wait = %d s no longer counts on it. Nobody waits for any other replica."
					.formatted(
							this.blocks.senderEnds()
									? "PostgreSQL gives it up, at most %d s (wal_sender_timeout)"
										.formatted(this.blocks.replicationTimeout())
									: "its key in etcd expires, at most %d s (ttl)".formatted(timers.ttl()),
							timers.loopWait()))
				: bounded(new Span(0, 0, 0.5), "Nobody waits for it.");
	}

	private Outage quorumLost() {
		if (this.failsafe) {
			return bounded(new Span(0, 0.1, 0.5),
					"failsafe_mode: the leader goes on while every other member answers it. If one of them is away "
							+ "too, it stops writing and the outage lasts until etcd is back."
							+ (this.blocks.etcdBesideDatabase()
									? " So two lost hosts, which take two members of etcd with them, stop all writes."
									: ""));
		}
		Span back = this.blocks.noticed().then(this.blocks.arrival());
		return new Outage(back, true,
				"Without failsafe_mode the leader stops writing %s to %s s after the loss, until etcd is back; then %s s."
					.formatted(seconds(this.blocks.demotion(0).best()), seconds(this.blocks.demotion(0).worst()),
							seconds(back.expected())));
	}

	private @Nullable Outage keepalivedKilled() {
		if (this.blocks.entry() != Entry.KEEPALIVED) {
			return null;
		}
		if (this.blocks.haproxy() != null) {
			Span wait = this.blocks.masterDown();
			return bounded(new Span(0, wait.expected() / 2, wait.worst() + 1),
					"The other HAProxy host takes the address over after %s s without adverts, at once if keepalived could say goodbye."
						.formatted(seconds(wait.worst())));
		}
		return bounded(
				new Span(0, 1.3, 2).then(new Span(0, 0.5, 1))
					.then(new Span(0, this.blocks.masterDown().expected(), this.blocks.masterDown().worst() + 1)),
				"systemd starts keepalived again after 1 s; it runs its check once and waits %s s for other adverts. No other host may hold the address meanwhile."
					.formatted(seconds(this.blocks.masterDown().worst())));
	}

	private @Nullable Outage haproxyKilled() {
		return (this.blocks.haproxy() == null) ? null : bounded(new Span(0.1, 0.5, 3),
				"systemd starts HAProxy again at once; if that fails, " + switch (this.blocks.entry()) {
					case KEEPALIVED -> "keepalived's check moves the address within 3 s.";
					case CLOUD_LB, EXTERNAL_LB -> "the balancer leads to another one: " + probes() + ".";
					case MULTI_HOST -> "drivers go on to another one.";
				});
	}

	private @Nullable Outage balancerLost() {
		if (this.blocks.haproxy() == null) {
			return null;
		}
		if (this.blocks.entry() != Entry.KEEPALIVED) {
			return (this.blocks.entry() == Entry.MULTI_HOST) ? bounded(new Span(0, 0.5, 4),
					"Drivers that know both HAProxy hosts go on to the other one after their connect timeout of 3 s.")
					: bounded(this.blocks.probed().then(new Span(0, 0.5, 1)),
							"The balancer in front has to notice: " + probes() + ".");
		}
		Span wait = this.blocks.masterDown();
		double advert = this.blocks.keepalived().advertInterval();
		Span moved = new Span(wait.best() - advert, wait.expected() + 0.5, wait.worst() + 1.5);
		String how = "The other HAProxy host waits %s s for adverts and takes the address; an attempt under way repeats its SYN after 1 s."
			.formatted(seconds(wait.worst()));
		if (this.blocks.entryBesideDatabase() && this.synchronous.on()) {
			return bounded(moved.with(this.blocks.standbyDropped()), how
					+ " If a standby that confirms commits was on the same host, as counted here, commits hang until PostgreSQL and Patroni give it up.");
		}
		return bounded(moved, how);
	}

	/**
	 * The old leader comes back with the others, finds the key under its own name and
	 * takes it back, so nobody waits for the key to expire (Patroni, ha.py, has_lock).
	 */
	private Outage restartAll() {
		Span boot = new Span(1, 2, 4);
		Span start = new Span(1.5, 2.5, 4.4);
		return bounded(boot.then(start).then(this.blocks.noticed()).then(this.blocks.arrivalAfterAbsence()),
				"Counted with hosts that boot within 1 to 4 s, as containers do; what yours take longer comes on top. "
						+ "Then etcd elects a leader, and Patroni, which asks for it every 5 s, starts PostgreSQL, "
						+ "1.5 to 4.4 s for all; it takes the lead within loop_wait = "
						+ this.blocks.patroni().loopWait() + " s; the old leader finds its own key and takes it "
						+ "back. If that host stays away, it is as after the loss of the leader's host.");
	}

	/**
	 * Only commits that this host confirms wait for it, and for no longer than it takes.
	 */
	private Outage etcdLeaderPaused() {
		if (!this.blocks.etcdBesideDatabase() || !this.synchronous.on()) {
			return bounded(new Span(0, 0, 0.5),
					"The other members of etcd elect another leader within 2 s, and Patroni retries for longer than that."
							+ (this.blocks.etcdBesideDatabase()
									? " The replica beside it stands still, too, and nobody waits for it." : ""));
		}
		return bounded(new Span(0, PAUSE, PAUSE + 1.5),
				"The other members of etcd elect another leader within 2 s. As counted here, the host confirms commits as "
						+ "well, and they wait until it goes on, for 4 s; if another standby confirms, nothing waits.");
	}

	/** It says goodbye, so only Patroni has to notice. */
	private Outage replicaRebuilt() {
		return this.synchronous.on() ? bounded(this.blocks.noticed().then(new Span(0, 0.3, 1)),
				"If it confirmed commits, they wait until Patroni picks another standby, at most one loop_wait = %d s."
					.formatted(this.blocks.patroni().loopWait()))
				: bounded(new Span(0, 0, 0.5), "Nobody waits for it; one copy of the data is missing meanwhile.");
	}

	private Outage bothLost() {
		Span back = startedTogether();
		if (this.blocks.etcdBesideDatabase()) {
			return new Outage(back, true,
					"With two hosts most of etcd is gone, so nobody may lead until one of them is back; then %s to %s s, with hosts that boot within 1 to 4 s."
						.formatted(seconds(back.best()), seconds(back.worst())));
		}
		if (this.synchronous.on()) {
			return new Outage(back, true,
					"etcd goes on, but the standbys that are left have not confirmed every commit, so none is promoted until one of the two hosts is back; then %s to %s s, with hosts that boot within 1 to 4 s."
						.formatted(seconds(back.best()), seconds(back.worst())));
		}
		return hostLost(" Another replica takes over.");
	}

	/** The second loss is as long as the first, and the longer of two counts. */
	private Outage lostAgain() {
		Span once = hostLost("").span();
		Span longer = new Span(once.best(), once.expected() + this.blocks.patroni().loopWait() / 6.0, once.worst());
		return bounded(longer, "Twice as after the loss of the leader's host; the longer gap counts. "
				+ (this.synchronous.on()
						? "If the second host is lost before another standby has confirmed, nobody takes over until it is back. "
						: "")
				+ "A member whose rewind from the lost host was cut off rewinds from the next leader, or copies it anew.");
	}

	/** Nothing in the cluster can tell such a link from a slow one for sure. */
	private Outage lossyLink() {
		return bounded(new Span(0.5, LOSSY / 4, LOSSY),
				"Counted with a link that is lossy for a minute. The leader keeps its key as long as one of its attempts gets through in time, "
						+ ((this.blocks.haproxy() != null)
								? "while HAProxy's checks take it for down now and then and let nobody through meanwhile."
								: "and clients wait for what is sent again, seconds at a time.")
						+ " If the key is lost, it is as after the loss of the leader's host.");
	}

	private Outage allDark() {
		Span back = startedTogether();
		return new Outage(back, true,
				"Until there is power again. Then as when every host is restarted: %s to %s s, with hosts that boot within 1 to 4 s; whoever had the key last leads."
					.formatted(seconds(back.best()), seconds(back.worst())));
	}

	/** Hosts that boot together, and whose key was not lost or has to be fought for. */
	private Span startedTogether() {
		return restartAll().span().then(new Span(0, 0, this.blocks.patroni().loopWait()));
	}

	private String arrivalWords(Span arrival) {
		return "the new leader is promoted while " + way() + ": " + seconds(arrival.best()) + " to "
				+ seconds(arrival.worst()) + " s";
	}

	/** How the leader is found. */
	private String way() {
		return (this.blocks.haproxy() != null) ? "HAProxy's next check sees the leader" : switch (this.blocks.entry()) {
			case KEEPALIVED -> "keepalived's next check sees it, and VRRP waits %s s"
				.formatted(seconds(this.blocks.masterDown().worst()));
			case CLOUD_LB, EXTERNAL_LB -> "the balancer's probes see it: " + probes();
			case MULTI_HOST -> "the drivers find it when they connect again";
		};
	}

	private String probes() {
		return this.blocks.probes().threshold() + " in a row, " + this.blocks.probes().intervalSeconds()
				+ " s apart, as entered with the names and addresses";
	}

	private static Outage bounded(Span span, String how) {
		return new Outage(span, false, how);
	}

	private static String seconds(double value) {
		return (value == Math.rint(value)) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.1f", value);
	}

}
