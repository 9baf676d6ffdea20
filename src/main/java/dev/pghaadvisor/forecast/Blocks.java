package dev.pghaadvisor.forecast;

import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.HaproxyTimers;
import dev.pghaadvisor.plan.KeepalivedTimers;
import dev.pghaadvisor.plan.PatroniTimers;
import dev.pghaadvisor.plan.Platform.EtcdApi;
import dev.pghaadvisor.plan.Probes;
import org.jspecify.annotations.Nullable;

/**
 * The steps that outages are made of, each from the timers that bound it.
 *
 * @param patroni Patroni's timers
 * @param keepalived Keepalived's timers
 * @param haproxy HAProxy's check timers; null in the simple design
 * @param entry how clients find their way in
 * @param probes a balancer's probes, where there is one
 * @param etcdBesideDatabase whether losing the leader's host can cost etcd its leader
 * @param etcdApi what the leader's key is kept through
 * @param entryBesideDatabase whether losing the leader's host costs clients one of the
 * hosts they come in through
 * @param replicationTimeout seconds after which PostgreSQL gives up a silent replica
 */
record Blocks(PatroniTimers patroni, KeepalivedTimers keepalived, @Nullable HaproxyTimers haproxy, Entry entry,
		Probes probes, boolean etcdBesideDatabase, EtcdApi etcdApi, boolean entryBesideDatabase,
		int replicationTimeout) {

	/** etcd looks for expired leases every half second (etcd-io/etcd#11746). */
	private static final double LEASE_CHECK = 0.5;

	/**
	 * A new etcd leader is elected within two election timeouts of 1 s and gives every
	 * lease its whole ttl and one election timeout more (etcd, lessor.go, Promote).
	 */
	private static final double LEASE_EXTENSION = 3;

	/** What a driver that knows several hosts gives one that does not answer. */
	static final int CONNECT_TIMEOUT = 3;

	/** From the loss of the leader to the expiry of its key, etcd unharmed. */
	Span keyExpiry() {
		return new Span(this.patroni.ttl() - this.patroni.loopWait(),
				this.patroni.ttl() - this.patroni.loopWait() / 2.0, this.patroni.ttl() + LEASE_CHECK);
	}

	/**
	 * The same where etcd may have lost its leader with the host. A timer of the bundle
	 * keeps the two apart, so only the worst case has both on one host.
	 */
	Span keyExpiryWithHost() {
		Span expiry = keyExpiry();
		return leaderOfEtcdCounts() ? new Span(expiry.best(), expiry.expected(), expiry.worst() + LEASE_EXTENSION)
				: expiry;
	}

	/** Only leases are renewed by a new leader of etcd; keys of the v2 API are not. */
	boolean leaderOfEtcdCounts() {
		return this.etcdBesideDatabase && this.etcdApi == EtcdApi.V3;
	}

	/**
	 * What the coincidence costs, for the test against the lab's runs with both on one
	 * host.
	 */
	Span keyExpiryWithEtcdLeader() {
		double least = this.patroni.ttl() + 1.5;
		return new Span(least, least + 1.25, this.patroni.ttl() + LEASE_CHECK + LEASE_EXTENSION);
	}

	/**
	 * From the moment a leader without its peers gives up to the expiry of its key. Both
	 * are counted from the last renewal: it gives up one loop and its retries later, the
	 * key expires one ttl later, whenever in the loop the peers were lost. Only a new
	 * leader of etcd counts the ttl anew.
	 * @param asks seconds that the leader spends on asking its peers before it gives up
	 */
	Span keyExpiryAfterDemotion(double asks) {
		double rest = this.patroni.ttl() - this.patroni.loopWait() - this.patroni.retryTimeout() - asks;
		double worst = leaderOfEtcdCounts() ? rest + this.patroni.loopWait() + LEASE_EXTENSION : rest;
		return new Span(rest - LEASE_CHECK, rest + LEASE_CHECK / 2, worst + LEASE_CHECK);
	}

	/** A member that does not answer is given 2 s (Patroni, ha.py, fetch_node_status). */
	Span raceWithoutAnswer() {
		return new Span(0.1, 2, 2);
	}

	/** A member that refuses costs next to nothing. */
	Span race() {
		return new Span(0.1, 0.1, 0.1);
	}

	/** Promotion without the replay of WAL that had piled up. */
	Span promotion() {
		return new Span(0.2, 1, 1);
	}

	/**
	 * From the lock to a way in: HAProxy or the virtual address, beside the promotion.
	 */
	Span arrival() {
		return routing().with(promotion()).then(retries());
	}

	/**
	 * The same after so long without a leader that every check has noticed: HAProxy
	 * closes what comes in at once, so no attempt is held up by a server believed to be
	 * there.
	 */
	Span arrivalAfterAbsence() {
		return routing().with(promotion()).then((this.haproxy != null) ? new Span(0, 0.2, 0.5) : retries());
	}

	/**
	 * The same where drivers have the lost host among theirs and spend their timeout on
	 * it in each round.
	 */
	Span arrivalAfterLoss() {
		Span round = (this.entry == Entry.MULTI_HOST && this.entryBesideDatabase)
				? new Span(0, CONNECT_TIMEOUT / 2.0, CONNECT_TIMEOUT) : Span.NOTHING;
		return arrivalAfterAbsence().then(round);
	}

	/** From the lock to HAProxy's or the virtual address's new target. */
	Span routing() {
		HaproxyTimers checks = this.haproxy;
		if (checks != null) {
			double rest = (checks.rise() - 1) * checks.fastInterMs() / 1000.0;
			double first = checks.downInterMs() / 1000.0;
			return new Span(rest, first / 2 + rest, first + rest);
		}
		return switch (this.entry) {
			case KEEPALIVED -> addressRises().then(masterDown());
			case CLOUD_LB, EXTERNAL_LB -> probed();
			case MULTI_HOST -> Span.NOTHING;
		};
	}

	/** From the lock to a check script that says so. */
	private Span addressRises() {
		KeepalivedTimers checks = this.keepalived;
		return new Span((checks.rise() - 1) * checks.interval(), (checks.rise() - 0.5) * checks.interval(),
				checks.rise() * checks.interval());
	}

	/** A host that may hold the address listens for another holder first. */
	Span masterDown() {
		double wait = this.keepalived.masterDownInterval();
		return new Span(wait, wait, wait);
	}

	/** Until a balancer believes a change. */
	Span probed() {
		double interval = this.probes.intervalSeconds();
		int threshold = this.probes.threshold();
		return new Span((threshold - 1) * interval, (threshold - 0.5) * interval, threshold * interval);
	}

	/**
	 * An attempt under way finds out late: HAProxy waits 1 s until it tries again
	 * (backend.c, back_handle_st_cer) and up to 2 s for a host that does not answer, the
	 * kernel repeats its first SYN after 1 s, drivers finish a round through their hosts.
	 */
	Span retries() {
		if (this.haproxy != null) {
			return new Span(0, 0.5, 2);
		}
		return (this.entry == Entry.MULTI_HOST) ? new Span(0, 0.2, 0.5) : new Span(0, 0.5, 1);
	}

	/**
	 * Until the leader's sender to a lost replica ends and Patroni's next loop no longer
	 * counts on the replica. The limit runs from the last answer, which is at most half
	 * of it old, because the sender asks for one then.
	 */
	Span standbyDropped() {
		double silent = this.replicationTimeout;
		// A member renews its key once in every loop, as the leader does.
		Span given = senderEnds() ? new Span(silent / 2, silent, silent) : keyExpiry();
		return given.then(noticed()).then(new Span(0.1, 0.3, 1));
	}

	/**
	 * Whether PostgreSQL gives up a replica that answers nothing before Patroni's key of
	 * it expires, without which it counts no longer, either (patroni, sync.py,
	 * _ReplicaList).
	 */
	boolean senderEnds() {
		return this.replicationTimeout <= this.patroni.ttl() - this.patroni.loopWait();
	}

	/** Until a server that does not answer is marked down and its sessions are cut. */
	double slowestDown() {
		HaproxyTimers checks = this.haproxy;
		return (checks != null) ? checks.slowestDown()
				: this.keepalived.fall() * this.keepalived.interval() + this.keepalived.timeout();
	}

	/** Patroni looks once in every loop. */
	Span noticed() {
		return new Span(0, this.patroni.loopWait() / 2.0, this.patroni.loopWait());
	}

	/**
	 * A leader without etcd gives up after a loop at most and its retries.
	 * @param asks seconds that it spends on asking its peers before
	 */
	Span demotion(double asks) {
		int loop = this.patroni.loopWait();
		double retry = this.patroni.retryTimeout() + asks;
		return new Span(retry, retry + loop / 2.0, retry + loop);
	}

}
