package dev.pghaadvisor.lab;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.Role;
import org.jspecify.annotations.Nullable;

/**
 * A deployed cluster with applications on it, everything that drills can do to it, and
 * everything that is watched meanwhile. What it does to a host it does from beside, never
 * through the network that it may have cut.
 */
final class Stage implements AutoCloseable {

	private static final String LEADER_LOOP = "journalctl -u patroni -o short-unix --no-pager -n 400 "
			+ "| grep 'the leader with the lock' | tail -n 1 | cut -d' ' -f1";

	private final Servers servers;

	private final ClusterPlan plan;

	private final WayIn door;

	private final Applications applications;

	private final Map<String, List<Watch>> watches = new LinkedHashMap<>();

	/** Hosts that nothing can be asked at the moment. */
	private final Set<String> away = new HashSet<>();

	private final String password;

	private @Nullable SlowReader slow;

	private @Nullable LostClient lost;

	private Stage(Servers servers, ClusterPlan plan, WayIn door, Applications applications, String password) {
		this.door = door;
		this.password = password;
		this.servers = servers;
		this.plan = plan;
		this.applications = applications;
		servers.give("watch.py", Deployment.resource("/lab/watch.py"));
		plan.hosts().stream().map((host) -> host.name().value()).forEach(this::watch);
	}

	/** Puts applications on a cluster, and waits until they get through. */
	static Stage set(Servers servers, ClusterPlan plan, String password) {
		WayIn door = WayIn.open(servers, plan);
		Stage stage = new Stage(servers, plan, door, Applications.start(servers, plan, door, password), password);
		stage.mustBecome(stage.applications::write, 120, "the applications write");
		return stage;
	}

	private void watch(String name) {
		boolean database = this.plan.host(name).has(Role.POSTGRESQL);
		if (database || this.plan.host(name).has(Role.KEEPALIVED)) {
			String address = this.plan.inventory().vip().address().toString();
			this.watches.computeIfAbsent(name, (key) -> new ArrayList<>())
				.add(Watch.start(this.servers.beside(name), address, database ? address(name) : ""));
		}
	}

	ClusterPlan plan() {
		return this.plan;
	}

	Applications applications() {
		return this.applications;
	}

	/** What was seen of each host, in one line of time. */
	Map<String, List<Watch.Seen>> seen() {
		Map<String, List<Watch.Seen>> seen = new LinkedHashMap<>();
		this.watches.forEach(
				(name, watches) -> seen.put(name, watches.stream().flatMap((watch) -> watch.seen().stream()).toList()));
		return seen;
	}

	/** Who plays which part at the moment. */
	Map<Target, List<String>> cast() {
		Map<Target, List<String>> cast = new EnumMap<>(Target.class);
		String leader = leader();
		cast.put(Target.LEADER, List.of(leader));
		mustBecome(this::healthy, 120, "one member leads and the others follow");
		// With but two databases nobody else confirms until Patroni's next loop has
		// chosen.
		mustBecome(() -> answers(leader, "pg-ha-cluster candidate"), 60, "a member may take over");
		cast.put(Target.REPLICA, List.of(ask(leader, "pg-ha-cluster candidate")));
		List<String> every = this.plan.hosts().stream().map((host) -> host.name().value()).toList();
		cast.put(Target.EVERY_HOST, every);
		cast.put(Target.EVERY_OTHER_HOST, every.stream().filter((name) -> !name.equals(leader)).toList());
		cast.put(Target.CLIENT, List.of("client"));
		cast.put(Target.WITNESS,
				this.plan.hosts()
					.stream()
					.filter((host) -> this.plan.shape().footprint().hasWitness() && !host.has(Role.POSTGRESQL))
					.map((host) -> host.name().value())
					.toList());
		cast.put(Target.LEADER_SITE,
				this.plan.hosts()
					.stream()
					.filter((host) -> this.plan.site(host) != null
							&& Objects.equals(this.plan.site(host), this.plan.site(this.plan.host(leader))))
					.map((host) -> host.name().value())
					.toList());
		List<String> members = names(Role.ETCD);
		String etcdLeader = etcdLeader().orElse(members.get(0));
		cast.put(Target.ETCD_LEADER, List.of(etcdLeader));
		List<String> most = new ArrayList<>(List.of(etcdLeader));
		members.stream().filter((name) -> !name.equals(etcdLeader)).limit(members.size() / 2).forEach(most::add);
		cast.put(Target.MOST_OF_ETCD, most);
		cast.put(Target.WAY_IN, (this.plan.shape().entry() != Entry.KEEPALIVED) ? List.of()
				: List.of(holder().orElseThrow(() -> new IllegalStateException("Nobody has the virtual address"))));
		return cast;
	}

	/** Who plays a part that is given only when it is first named. */
	List<String> next(Target target) {
		return switch (target) {
			case NEXT_LEADER -> List.of(writable());
			case NEXT_ETCD_LEADER -> {
				mustBecome(() -> etcdLeader().isPresent(), 30, "etcd has a leader");
				yield List.of(etcdLeader().orElseThrow());
			}
			case CURRENT_LEADER, LEADER, REPLICA, WITNESS, LEADER_SITE, WAY_IN, ETCD_LEADER, MOST_OF_ETCD, EVERY_HOST,
					EVERY_OTHER_HOST, CLIENT ->
				throw new IllegalStateException(target + " is not one that is looked up once");
		};
	}

	/** The member that leads; waits for one if it has to. */
	String leader() {
		for (int attempt = 0; attempt < 60; attempt++) {
			Output answer = this.servers.machine(reachable())
				.inside("sh", "-c", "pg-ha-cluster leader")
				.within(30)
				.run();
			if (!answer.failed()) {
				return answer.text().strip();
			}
			pause(1);
		}
		return ask(reachable(), "pg-ha-cluster leader");
	}

	/** The member that leads etcd; empty if none does. */
	Optional<String> etcdLeader() {
		return names(Role.ETCD).stream()
			.filter((name) -> !this.away.contains(name))
			.filter((name) -> ask(name,
					"etcdctl --command-timeout=3s --endpoints=http://127.0.0.1:2379 -w simple endpoint status | cut -d, -f5")
				.strip()
				.equals("true"))
			.findFirst();
	}

	private Optional<String> holder() {
		for (Map.Entry<String, List<Watch.Seen>> each : seen().entrySet()) {
			List<Watch.Seen> seen = each.getValue();
			if (!seen.isEmpty() && seen.get(seen.size() - 1).address()) {
				return Optional.of(each.getKey());
			}
		}
		return Optional.empty();
	}

	/** When the leader's Patroni last went through its loop, in seconds of the epoch. */
	double lastLoop(String leader) {
		String time = ask(leader, LEADER_LOOP);
		return time.isEmpty() ? System.currentTimeMillis() / 1000.0 : Double.parseDouble(time);
	}

	/** One member leads, all others stream from it, and both writers get through. */
	boolean healthy() {
		return this.away.isEmpty() && this.applications.write()
				&& !this.servers.machine(reachable())
					.inside("sh", "-c", "pg-ha-cluster healthy")
					.within(30)
					.run()
					.failed();
	}

	/**
	 * Numbers of acknowledged rows from that number on, as they are in the database that
	 * takes writes, whether or not the others follow it.
	 */
	Set<String> rows(long from) {
		String rows = this.servers.machine(writable())
			.inside("sh", "-c",
					"cd / && runuser -u postgres -- psql -XAtq -F' ' -d " + this.plan.inventory().database()
							+ " -c 'SELECT client, number FROM drill WHERE number >= " + from + "'")
			.run()
			.orThrow();
		return new HashSet<>(rows.lines().toList());
	}

	private String writable() {
		return names(Role.POSTGRESQL).stream()
			.filter((name) -> !this.away.contains(name))
			.filter((name) -> ask(name, "runuser -u postgres -- psql -XAtqc 'SELECT NOT pg_is_in_recovery()' || true")
				.equals("t"))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No database takes writes"));
	}

	/** Waits until it is so; false if it took longer than those seconds. */
	boolean becomes(BooleanSupplier condition, int within) {
		long giveUp = System.nanoTime() + within * 1_000_000_000L;
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > giveUp) {
				return false;
			}
			pause(0.25);
		}
		return true;
	}

	void mustBecome(BooleanSupplier condition, int within, String words) {
		if (!becomes(condition, within)) {
			throw new IllegalStateException("Not within " + within + " s: " + words + "\n"
					+ this.servers.machine(reachable())
						.inside("sh", "-c", "hactl list; pg-ha-cluster healthy; journalctl -n 30 --no-pager")
						.run()
						.text());
		}
	}

	static void pause(double seconds) {
		try {
			Thread.sleep(Math.max(0, Math.round(seconds * 1000)));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
	}

	void act(Action action, Collection<String> hosts) {
		if (hosts.isEmpty()) {
			throw new IllegalArgumentException("There is nobody to " + action + " in " + this.plan.shape().id());
		}
		hosts.forEach((host) -> act(action, host));
	}

	private void act(Action action, String host) {
		switch (action) {
			case POWER_OFF -> {
				if (!this.away.add(host)) {
					throw new IllegalStateException(host + " is away already");
				}
				this.servers.powerOff(host);
				this.watches.getOrDefault(host, List.of()).forEach(Watch::close);
			}
			case POWER_ON -> {
				this.servers.powerOn(host, address(host));
				watch(host);
				this.away.remove(host);
			}
			case CUT -> this.servers.network().cut(host);
			case HEAL -> this.servers.network().heal(host);
			case CUT_FROM_PEERS -> {
				List<String> peers = peers(host);
				this.servers.network().deafen(host, peers.stream().map(this::address).toList());
				peers.forEach((peer) -> this.servers.network().deafen(peer, List.of(address(host))));
			}
			case HEAL_PEERS -> {
				this.servers.network().hear(host);
				peers(host).forEach(this.servers.network()::hear);
			}
			case DEAFEN -> this.servers.network().deafen(host, peers(host).stream().map(this::address).toList());
			case MUTE -> peers(host).forEach((peer) -> this.servers.network().deafen(peer, List.of(address(host))));
			case HEAR -> this.servers.network().hear(host);
			case BE_HEARD -> peers(host).forEach(this.servers.network()::hear);
			case PAUSE -> {
				this.away.add(host);
				this.servers.machine(host).pause();
			}
			case RESUME -> {
				this.servers.machine(host).resume();
				this.away.remove(host);
			}
			case FREEZE -> {
				this.away.add(host);
				in(host, "pkill -STOP -u postgres");
			}
			case THAW -> {
				in(host, "pkill -CONT -u postgres");
				this.away.remove(host);
			}
			case CRASH_POSTGRESQL -> in(host, "kill -KILL $(head -n 1 /var/lib/postgresql/*/*/postmaster.pid)");
			case KILL_PATRONI -> kill(host, "patroni", "main");
			case KILL_ETCD -> kill(host, "etcd", "all");
			case KILL_KEEPALIVED -> kill(host, "keepalived", "all");
			case KILL_HAPROXY -> kill(host, "haproxy", "all");
			case KILL_SESSIONS -> in(host, "runuser -u postgres -- psql -XAtqc \"SELECT pg_terminate_backend(pid) "
					+ "FROM pg_stat_activity WHERE usename = '" + this.plan.inventory().applicationUser() + "'\"");
			case KILL_BACKEND -> in(host,
					"kill -KILL $(runuser -u postgres -- psql -XAtqc \"SELECT pid "
							+ "FROM pg_stat_activity WHERE usename = '" + this.plan.inventory().applicationUser()
							+ "' LIMIT 1\")");
			case STOP_KEEPALIVED -> onlyWith(Role.KEEPALIVED, host, "systemctl stop keepalived");
			case START_KEEPALIVED -> onlyWith(Role.KEEPALIVED, host, "systemctl start keepalived");
			case REMOVE_DATA -> in(host, "rm -rf /var/lib/postgresql/*/*/*");
			case WIPE_ETCD -> onlyWith(Role.ETCD, host,
					"systemctl stop etcd && mv /var/lib/etcd /root/kept-etcd && systemctl start --no-block etcd");
			case RESTORE_ETCD -> onlyWith(Role.ETCD, host,
					"systemctl stop etcd && rm -rf /var/lib/etcd && mv /root/kept-etcd /var/lib/etcd "
							+ "&& systemctl start --no-block etcd");
			case FORGE_ADVERTS -> this.servers.beside("client").command(forgery()).within(60).run().orThrow();
			case STOP_ETCD -> in(host, "systemctl stop etcd");
			case START_ETCD -> in(host, "systemctl start --no-block etcd");
			case LOSE_PACKETS -> this.servers.network().lose(host, 30);
			case DELIVER_PACKETS -> this.servers.network().deliver(host);
			case LIMIT_LINK -> this.servers.network().limit(host, 50);
			case FREE_LINK -> this.servers.network().free(host);
			case FILL_DISK -> in(host, FILL);
			case FREE_DISK -> in(host, "rm -f /var/lib/postgresql/ballast*");
			case SWITCH_OVER -> switchOver(host);
			case TAKE_WAY_IN -> takeWayIn(host);
			case LEAD_ETCD -> leadEtcd(host);
			// Hundreds of megabytes of random text keep a processor busy for a while.
			case GROW -> this.servers.machine(host)
				.inside("sh", "-c", "cd / && { " + GROW.formatted(this.plan.inventory().database()) + "\n}")
				.within(300)
				.run()
				.orThrow();
			case COPY_ANEW -> in(host, "hactl reinit " + this.plan.inventory().cluster() + " " + host + " --force");
			case READ_SLOWLY -> this.slow = SlowReader.start(this.servers, this.plan, this.door, this.password);
			case VANISH -> {
				this.lost = LostClient.start(this.servers, this.plan, this.door, this.password);
				this.lost.vanish();
			}
		}
	}

	/** Rows that do not compress, so that a copy of them takes its time. */
	private static final String GROW = """
			runuser -u postgres -- psql -XAtq -v ON_ERROR_STOP=1 -d %s <<'END'
			DROP TABLE IF EXISTS ballast;
			CREATE TABLE ballast AS
				SELECT string_agg(md5(random()::text), '') AS stuff FROM generate_series(1, 6400000) AS n GROUP BY n / 64;
			END""";

	/** etcd's timer may move it away again later, but not from a replica's host. */
	private void leadEtcd(String host) {
		if (!names(Role.ETCD).contains(host)) {
			return;
		}
		String ask = "etcdctl --command-timeout=5s --endpoints=http://%s:2379 ";
		String me = ask(host, ask.formatted("127.0.0.1") + "-w simple endpoint status | cut -d, -f2").strip();
		etcdLeader().filter((leader) -> !leader.equals(host))
			.ifPresent((leader) -> in(leader, ask.formatted("127.0.0.1") + "move-leader " + me));
		mustBecome(() -> etcdLeader().filter(host::equals).isPresent(), 30, host + " leads etcd");
	}

	/** Whether the slow client has got what it had asked for. */
	boolean served() {
		SlowReader reader = this.slow;
		return reader != null && reader.served();
	}

	/** Whether no member has a session of the vanished client. */
	boolean givenUp() {
		LostClient client = this.lost;
		return client != null && names(Role.POSTGRESQL).stream()
			.allMatch((name) -> ask(name, "runuser -u postgres -- psql -XAtqc \"SELECT count(*) FROM pg_stat_activity "
					+ "WHERE application_name = '" + LostClient.NAME + "'\"")
				.equals("0"));
	}

	/** Ends what a drill's own client left. */
	void dismiss() {
		if (this.slow != null) {
			this.slow.close();
			this.slow = null;
		}
		if (this.lost != null) {
			this.lost.close();
			this.lost = null;
		}
	}

	/**
	 * First as much as can be had, then the WAL is pushed on until it needs a new file.
	 */
	private static final String FILL = """
			cd /var/lib/postgresql
			free=$(df --output=avail -B 1 . | tail -n 1)
			fallocate -l "$free" ballast || head -c "$free" /dev/zero >ballast || true
			dd if=/dev/zero of=ballast-rest bs=4096 2>/dev/null || true
			for file in $(seq 200); do
				runuser -u postgres -- psql -XAtqc 'SELECT pg_switch_wal()' >/dev/null 2>&1 || break
				sleep 0.1
			done
			""";

	/** No other host may have the address until this one does. */
	private void takeWayIn(String host) {
		if (!names(Role.HAPROXY).contains(host)) {
			return;
		}
		List<String> others = names(Role.KEEPALIVED).stream().filter((name) -> !name.equals(host)).toList();
		others.forEach((name) -> in(name, "systemctl stop keepalived"));
		mustBecome(() -> holder().filter(host::equals).isPresent(), 30, host + " has the virtual address");
		others.forEach((name) -> in(name, "systemctl start keepalived"));
	}

	private void switchOver(String leader) {
		mustBecome(() -> answers(leader, "pg-ha-cluster candidate"), 30, "a member may take over");
		String candidate = ask(leader, "pg-ha-cluster candidate");
		in(leader, "hactl switchover " + this.plan.inventory().cluster() + " --leader " + leader + " --candidate "
				+ candidate + " --force");
	}

	private void onlyWith(Role role, String host, String commandLine) {
		if (names(role).contains(host)) {
			in(host, commandLine);
		}
	}

	/**
	 * Adverts with the number of the cluster's own router, to everybody who may listen.
	 */
	private String[] forgery() {
		this.servers.give("forge_adverts.py", Deployment.resource("/lab/forge_adverts.py"));
		List<String> words = new ArrayList<>(List.of("python3", "/home/ops/forge_adverts.py",
				String.valueOf(this.plan.inventory().virtualRouterId()),
				this.plan.inventory().vip().address().toString()));
		names(Role.KEEPALIVED).stream().map(this::address).forEach(words::add);
		return words.toArray(String[]::new);
	}

	private void kill(String host, String unit, String whom) {
		in(host, "systemctl kill --signal=KILL --kill-whom=" + whom + " " + unit);
	}

	/** Other members and etcd; not those that only lead applications here. */
	private List<String> peers(String host) {
		return this.plan.hosts()
			.stream()
			.filter((other) -> other.has(Role.POSTGRESQL) || other.has(Role.ETCD))
			.map((other) -> other.name().value())
			.filter((name) -> !name.equals(host))
			.toList();
	}

	private List<String> names(Role role) {
		return this.plan.with(role).stream().map((host) -> host.name().value()).toList();
	}

	private String address(String name) {
		return this.plan.host(name).address().toString();
	}

	private String reachable() {
		return names(Role.POSTGRESQL).stream().filter((name) -> !this.away.contains(name)).findFirst().orElseThrow();
	}

	private String ask(String host, String commandLine) {
		return in(host, commandLine).strip();
	}

	private boolean answers(String host, String commandLine) {
		return !this.servers.machine(host).inside("sh", "-c", commandLine).run().failed();
	}

	private String in(String host, String commandLine) {
		return this.servers.machine(host).inside("sh", "-c", "cd / && { " + commandLine + "\n}").run().orThrow();
	}

	/** The versions of what runs, by program. */
	Map<String, String> versions() {
		Map<String, String> packages = new LinkedHashMap<>();
		packages.put("postgresql", "postgresql-" + this.plan.shape().platform().postgresql());
		packages.put("patroni", "patroni");
		packages.put("etcd", "etcd-server");
		packages.put("haproxy", "haproxy");
		packages.put("keepalived", "keepalived");
		Map<String, String> versions = new LinkedHashMap<>();
		packages.forEach((program, name) -> this.plan.hosts()
			.stream()
			.map((host) -> ask(host.name().value(),
					"dpkg-query -W -f '${db:Status-Status} ${Version}' " + name + " 2>/dev/null || true"))
			.filter((answer) -> answer.startsWith("installed "))
			.findFirst()
			.ifPresent((answer) -> versions.put(program, answer.substring("installed ".length()))));
		return versions;
	}

	@Override
	public void close() {
		dismiss();
		this.applications.close();
		this.door.close();
		this.watches.values().forEach((each) -> each.forEach(Watch::close));
	}

}
