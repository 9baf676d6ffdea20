package dev.pghaadvisor.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Values;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.Design;
import dev.pghaadvisor.rules.Settings;
import org.jspecify.annotations.Nullable;

/**
 * A cluster down to its last number; every file, forecast and report page is made from
 * it. One that breaks an {@linkplain Invariants invariant} cannot be constructed.
 *
 * @param advice what it was made from
 * @param shape design, footprint, entry point, platform
 * @param inventory what the user gave
 * @param hosts in the order of the inventory
 * @param patroni Patroni's timers
 * @param keepalived Keepalived's timers; they apply where a host has that role
 * @param haproxy HAProxy's check timers; null in the simple design
 * @param synchronous whether commits wait for standbys
 * @param maximumLagOnFailover bytes of WAL that a replica may lack and still be promoted
 * @param postgres PostgreSQL's settings
 * @param flows the port matrix
 * @param parts every part that plans may have, in the order in which a request meets them
 */
public record ClusterPlan(Advice advice, Shape shape, Inventory inventory, List<Host> hosts, PatroniTimers patroni,
		KeepalivedTimers keepalived, @Nullable HaproxyTimers haproxy, Synchronous synchronous,
		long maximumLagOnFailover, PostgresSettings postgres, List<Flow> flows, List<Part> parts) {

	/** Bytes, as far as a double of JSON counts them exactly. */
	public static final Choice.Ruled<Long> MAXIMUM_LAG_ON_FAILOVER = new Choice.Ruled<>("maximum-lag-on-failover",
			Values.bytes(0, 1L << 53));

	/**
	 * @throws BrokenInvariantException naming every invariant that does not hold
	 */
	public ClusterPlan(Advice advice, Shape shape, Inventory inventory, List<Host> hosts, PatroniTimers patroni,
			KeepalivedTimers keepalived, @Nullable HaproxyTimers haproxy, Synchronous synchronous,
			long maximumLagOnFailover, PostgresSettings postgres, List<Flow> flows, List<Part> parts) {
		this.advice = advice;
		this.shape = shape;
		this.inventory = inventory;
		this.hosts = List.copyOf(hosts);
		this.patroni = patroni;
		this.keepalived = keepalived;
		this.haproxy = haproxy;
		this.synchronous = synchronous;
		this.maximumLagOnFailover = maximumLagOnFailover;
		this.postgres = postgres;
		this.flows = List.copyOf(flows);
		this.parts = List.copyOf(parts);
		Invariants.check(this);
	}

	/**
	 * Plans the cluster that the advice recommends on the hosts of the inventory.
	 * @param parts every part that it may have
	 * @throws IllegalArgumentException if the advice is blocked or the inventory was read
	 * for another shape
	 * @throws BrokenInvariantException if rule files set values that do not fit together
	 */
	public static ClusterPlan of(Advice advice, Inventory inventory, List<Part> parts) {
		Shape shape = Shape.of(advice);
		if (inventory.hosts().size() != shape.slots().size()) {
			throw new IllegalArgumentException("The inventory has " + inventory.hosts().size() + " hosts, but "
					+ shape.footprint().id() + " needs " + shape.slots().size());
		}
		List<Host> hosts = new ArrayList<>();
		Iterator<HostEntry> entries = inventory.hosts().iterator();
		for (HostSlot slot : shape.slots()) {
			HostEntry entry = entries.next();
			hosts.add(new Host(entry.name(), entry.address(), slot.roles()));
		}
		Settings settings = advice.settings();
		List<Part> present = parts.stream().filter((part) -> part.isIn(shape, settings)).toList();
		return new ClusterPlan(advice, shape, inventory, hosts, PatroniTimers.of(settings), KeepalivedTimers.SHARP,
				(shape.design() == Design.FULL) ? HaproxyTimers.SHARP : null, Synchronous.of(settings),
				settings.value(MAXIMUM_LAG_ON_FAILOVER),
				new PostgresSettings(
						present.stream().flatMap((part) -> part.settings(advice, shape, inventory).stream()).toList()),
				present.stream().flatMap((part) -> part.flows(shape).stream()).toList(), parts);
	}

	/**
	 * Whose balancer is in front; null if the way in is another one.
	 * @throws IllegalStateException if rules lead clients through a balancer without
	 * saying whose
	 */
	public @Nullable Balancer balancer() {
		return this.shape.entry().balanced() ? this.advice.settings()
			.value(Balancer.CHOICE)
			.orElseThrow(() -> new IllegalStateException(
					"The entry is " + this.shape.entry().id() + ", but the setting balancer says that there is none"))
				: null;
	}

	/**
	 * Where the probes of the balancer in front come from: from where its provider says
	 * and from its own networks; from those of the applications if neither is known.
	 * Empty without a balancer.
	 */
	public List<Cidr> probeSources() {
		Balancer balancer = balancer();
		if (balancer == null) {
			return List.of();
		}
		List<Cidr> sources = Cidr
			.widest(Stream.concat(balancer.probeSources().stream(), balancerNetworks().stream()).toList());
		return sources.isEmpty() ? this.inventory.applicationCidrs() : sources;
	}

	/**
	 * Where sessions of applications come from: their networks, and those of a balancer
	 * in front that opens sessions of its own for them.
	 */
	public List<Cidr> applicationSources() {
		Balancer balancer = balancer();
		List<Cidr> between = (balancer != null && balancer.between()) ? balancerNetworks() : List.of();
		return Cidr.widest(Stream.concat(this.inventory.applicationCidrs().stream(), between.stream()).toList());
	}

	private List<Cidr> balancerNetworks() {
		Probes probes = this.inventory.probes();
		return (probes != null) ? probes.networks() : List.of();
	}

	/** The hosts that do this, in order. */
	public List<Host> with(Role role) {
		return this.hosts.stream().filter((host) -> host.has(role)).toList();
	}

	/**
	 * The host of that name.
	 * @throws IllegalArgumentException if there is none
	 */
	public Host host(String name) {
		return this.hosts.stream()
			.filter((host) -> host.name().value().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No host " + Shown.of(name)));
	}

	/** The interface that carries the virtual address on a host. */
	public InterfaceName networkInterface(Host host) {
		return this.inventory.hosts()
			.stream()
			.filter((entry) -> entry.name().equals(host.name()))
			.map(HostEntry::networkInterface)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(this.inventory.networkInterface());
	}

	/** Where a host stands; null unless hosts are spread over sites. */
	public @Nullable SiteName site(Host host) {
		return this.inventory.hosts()
			.stream()
			.filter((entry) -> entry.name().equals(host.name()))
			.findFirst()
			.map(HostEntry::site)
			.orElse(null);
	}

	/** Where applications write. */
	public Endpoint write() {
		return endpoint((this.haproxy == null) ? Ports.POSTGRESQL : Ports.HAPROXY_WRITE);
	}

	/**
	 * Where applications read from replicas; null in the simple design, which has none.
	 */
	public @Nullable Endpoint read() {
		return (this.haproxy == null) ? null : endpoint(Ports.HAPROXY_READ);
	}

	private Endpoint endpoint(int port) {
		if (this.shape.entry() == Entry.KEEPALIVED) {
			return new Endpoint(List.of(this.inventory.vip().address()), port);
		}
		Role door = (this.haproxy == null) ? Role.POSTGRESQL : Role.HAPROXY;
		return new Endpoint(with(door).stream().map(Host::address).toList(), port);
	}

	/**
	 * Whether the balancer in front leads readers to replicas by itself. Azure's takes a
	 * port of a pool for one rule alone, as long as it rewrites addresses ("Multiple
	 * frontends for Azure Load Balancer", no backend port reuse).
	 */
	public boolean readsThroughBalancer() {
		Balancer balancer = balancer();
		return balancer != null && balancer != Balancer.AZURE && this.haproxy == null
				&& this.advice.answers().get(ReadScaling.CHOICE) != ReadScaling.NONE;
	}

	/**
	 * Whether drivers have to refuse the leader, where it shall serve no reads, because
	 * the balancer would lead them there while no replica is fit.
	 */
	public boolean readersRefuseTheLeader() {
		Balancer balancer = balancer();
		return balancer != null && balancer.failsOpen() && readsThroughBalancer() && !Reads.of(this).fallBack();
	}

	/** Whether drivers look for replicas to read from by themselves. */
	public boolean readsByDrivers() {
		return this.shape.entry() == Entry.MULTI_HOST && this.haproxy == null
				&& this.advice.answers().get(ReadScaling.CHOICE) != ReadScaling.NONE;
	}

	/** Where its programs are asked. */
	public Urls urls() {
		return new Urls();
	}

	/** The parts that this cluster has, in the order in which they come up. */
	public List<Part> upwards() {
		return this.parts.stream()
			.filter((part) -> part.isIn(this.shape, this.advice.settings()))
			.sorted(Comparator.comparing(Part::phase))
			.toList();
	}

	/** What the firewall of that host lets in, beyond loopback and answers. */
	public List<InboundRule> inbound(Host host) {
		return PortMatrix.inbound(this, host);
	}

	/** The lines of {@code pg_hba.conf}, first match wins. */
	public List<HbaRule> hba() {
		return upwards().stream().flatMap((part) -> part.access(this).stream()).toList();
	}

	/**
	 * How many sessions HAProxy may open on one server: what PostgreSQL takes less those
	 * it keeps for the superuser and for people.
	 */
	public int sessionsPerServer() {
		return Integer.parseInt(this.postgres.value("max_connections")) - Invariants.SESSIONS_KEPT_BACK;
	}

	/**
	 * The inventory with each host's roles, and null where there is no virtual address.
	 */
	public Map<String, @Nullable Object> inventoryMap() {
		Map<String, @Nullable Object> map = new LinkedHashMap<>(this.inventory.toMap());
		if (this.shape.entry() != Entry.KEEPALIVED) {
			map.put("vip", null);
		}
		List<Map<String, Object>> entries = new ArrayList<>();
		for (Host host : this.hosts) {
			Map<String, Object> entry = new LinkedHashMap<>();
			entry.put("name", host.name().value());
			entry.put("address", host.address().value());
			if (!networkInterface(host).equals(this.inventory.networkInterface())) {
				entry.put("interface", networkInterface(host).value());
			}
			SiteName site = site(host);
			if (site != null) {
				entry.put("site", site.value());
			}
			entry.put("roles", host.roles().stream().map(Role::id).toList());
			entries.add(entry);
		}
		map.put("hosts", entries);
		return map;
	}

}
