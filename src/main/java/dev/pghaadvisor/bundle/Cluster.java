package dev.pghaadvisor.bundle;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.pghaadvisor.forecast.DataLoss;
import dev.pghaadvisor.forecast.Forecast;
import dev.pghaadvisor.forecast.Forecasts;
import dev.pghaadvisor.forecast.Scenario;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.Part;
import dev.pghaadvisor.plan.Platform;
import dev.pghaadvisor.plan.Probes;
import dev.pghaadvisor.plan.Role;
import dev.pghaadvisor.plan.Urls;

/**
 * All hosts of a plan, for the files that belong to no single host.
 *
 * @param plan the plan
 * @param rooms what it is made of, in the order in which it comes up
 * @param hosts what belongs on each host, in the plan's order
 */
public record Cluster(ClusterPlan plan, List<Room> rooms, List<HostFiles> hosts) {

	public Cluster {
		rooms = List.copyOf(rooms);
		hosts = List.copyOf(hosts);
	}

	/** Furnishes the hosts of a plan with those of the rooms whose parts it has. */
	static Cluster of(ClusterPlan plan, List<Room> all) {
		List<Room> rooms = plan.upwards().stream().map((part) -> room(part, all)).toList();
		List<String> heldBack = heldBack(plan.shape().platform(), all);
		return new Cluster(plan, rooms,
				plan.hosts().stream().map((host) -> HostFiles.of(new Sheet(plan, host, heldBack), rooms)).toList());
	}

	private static Room room(Part part, List<Room> all) {
		return all.stream()
			.filter((room) -> room.part().equals(part))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No room furnishes " + part.id()));
	}

	/** Also of what this cluster does not have: whoever adds it by hand wants it, too. */
	private static List<String> heldBack(Platform platform, List<Room> all) {
		return Arrays.stream(Role.values())
			.flatMap((role) -> all.stream()
				.flatMap((
						room) -> room.furnishing().packagesToHoldBack(platform).getOrDefault(role, List.of()).stream()))
			.toList();
	}

	/** What rooms add at that place, in the order in which things come up. */
	public List<String> each(Piece piece) {
		return Templates.pieces(this.rooms, piece, Map.of("cluster", this));
	}

	/**
	 * What rooms add at that place of the README, in the order in which a request meets
	 * them.
	 */
	public List<String> chapters(Piece piece) {
		return Templates.pieces(this.rooms.stream()
			.sorted(Comparator.comparingInt((room) -> this.plan.parts().indexOf(room.part())))
			.toList(), piece, Map.of("cluster", this));
	}

	private Sheet sheet() {
		return this.hosts.get(0).sheet();
	}

	public String name() {
		return sheet().cluster();
	}

	public String database() {
		return sheet().database();
	}

	public String applicationUser() {
		return sheet().applicationUser();
	}

	public String vip() {
		return sheet().vip();
	}

	/** The hosts that applications, or a balancer for them, connect to. */
	public List<Member> doors() {
		return sheet().members(direct() ? Role.POSTGRESQL : Role.HAPROXY);
	}

	/** Whether drivers are given several hosts. */
	public boolean manyDoors() {
		return this.plan.shape().entry() == Entry.MULTI_HOST;
	}

	/** What applications connect to, as a phrase of Markdown. */
	public String door() {
		return switch (this.plan.shape().entry()) {
			case KEEPALIVED -> "`" + vip() + "`";
			case CLOUD_LB, EXTERNAL_LB -> "the balancer that you set up";
			case MULTI_HOST -> (direct() ? "the hosts themselves, `" : "the HAProxy hosts, `") + connectTo() + "`";
		};
	}

	/** How that finds the leader, as a sentence. */
	public String follows() {
		return switch (this.plan.shape().entry()) {
			case KEEPALIVED -> "The address follows the leader.";
			case CLOUD_LB, EXTERNAL_LB -> "The balancer asks every host whether it leads.";
			case MULTI_HOST -> "Their drivers keep to the host that takes writes.";
		};
	}

	/** For a connection string of libpq; a balancer's address is the user's to know. */
	public String connectTo() {
		return switch (this.plan.shape().entry()) {
			case KEEPALIVED -> vip();
			case CLOUD_LB, EXTERNAL_LB -> "BALANCER";
			case MULTI_HOST -> doors().stream().map(Member::address).collect(Collectors.joining(","));
		};
	}

	/** The same with ports, for a connection string of pgjdbc. */
	public String jdbcHosts() {
		return Arrays.stream(connectTo().split(","))
			.map((host) -> host + ":" + writePort())
			.collect(Collectors.joining(","));
	}

	/** Number of a chapter of the README, one later if the balancer has its own. */
	public int step(int number) {
		return (this.plan.balancer() != null) ? number + 1 : number;
	}

	/** Where PostgreSQL's data is on its hosts. */
	public String dataDir() {
		return sheet().postgresDataDir();
	}

	public boolean keepalived() {
		return this.plan.shape().entry() == Entry.KEEPALIVED;
	}

	public Urls urls() {
		return this.plan.urls();
	}

	public Platform platform() {
		return sheet().platform();
	}

	public boolean direct() {
		return sheet().direct();
	}

	/** Whether etcd runs on the database hosts. */
	public boolean etcdBesideDatabases() {
		return this.plan.shape().etcdBesideDatabases();
	}

	public boolean etcdV2() {
		return sheet().etcdV2();
	}

	/** What the interface is called that carries the virtual address, and where. */
	public String interfaces() {
		Map<String, List<String>> hosts = this.plan.with(Role.KEEPALIVED)
			.stream()
			.collect(Collectors.groupingBy((host) -> this.plan.networkInterface(host).value(), LinkedHashMap::new,
					Collectors.mapping((host) -> host.name().value(), Collectors.toList())));
		return (hosts.size() == 1) ? "`" + hosts.keySet().iterator().next() + "` on every host that runs Keepalived"
				: hosts.entrySet()
					.stream()
					.map((entry) -> "`" + entry.getKey() + "` on " + String.join(", ", entry.getValue()))
					.collect(Collectors.joining("; "));
	}

	/** The etcd member that the README takes as an example. */
	public Member lastEtcd() {
		List<Member> members = sheet().members(Role.ETCD);
		return members.get(members.size() - 1);
	}

	public int writePort() {
		return this.plan.write().port();
	}

	/** The host on which Patroni starts first. */
	public String firstDatabase() {
		return sheet().members(Role.POSTGRESQL).get(0).name();
	}

	/** Hosts in the order in which install.sh is best run: etcd, databases, balancers. */
	public String installOrder() {
		return Stream.of(Role.ETCD, Role.POSTGRESQL, Role.HAPROXY)
			.flatMap((role) -> names(role.id()).stream())
			.distinct()
			.collect(Collectors.joining(", "));
	}

	/**
	 * What a command printed in the lab, as a block of the README, or only the line break
	 * if it was not recorded.
	 */
	public String captured(String command) {
		return Captured.of(this.plan.shape().id()).block(command);
	}

	/** What a drill says that uses the hosts' own addresses; empty without a balancer. */
	public String aroundBalancer() {
		if (this.plan.balancer() == null) {
			return "";
		}
		Probes probes = Objects.requireNonNull(this.plan.inventory().probes());
		int interval = probes.intervalSeconds();
		int threshold = probes.threshold();
		return ", around the balancer, and the forecast is about that"
				+ (direct() ? "; through it add %d to %d s for its probes".formatted((threshold - 1) * interval,
						threshold * interval) : "");
	}

	/**
	 * How long writes are expected to be interrupted by that, for who finds the way to
	 * the leader without a balancer.
	 */
	public Forecast forecast(Scenario scenario) {
		return Forecasts.aroundBalancer(this.plan)
			.stream()
			.filter((forecast) -> forecast.scenario() == scenario)
			.findFirst()
			.orElseThrow();
	}

	/** What a failover may cost at most. */
	public DataLoss dataLoss() {
		return DataLoss.of(this.plan);
	}

	/** Names of the passwords that prepare.sh makes, as shell words. */
	public String secretNames() {
		return this.rooms.stream()
			.flatMap((room) -> room.furnishing().secrets().stream())
			.collect(Collectors.joining(" "));
	}

	/** Names of the database hosts, as shell words. */
	public String databaseNames() {
		return String.join(" ", names(Role.POSTGRESQL.id()));
	}

	/** Roles that some host has. */
	public List<String> roles() {
		return Arrays.stream(Role.values()).filter((role) -> !this.plan.with(role).isEmpty()).map(Role::id).toList();
	}

	/** Names of the hosts with that role. */
	public List<String> names(String role) {
		return Arrays.stream(Role.values())
			.filter((candidate) -> candidate.id().equals(role))
			.flatMap((candidate) -> this.plan.with(candidate).stream())
			.map((host) -> host.name().value())
			.collect(Collectors.toList());
	}

}
