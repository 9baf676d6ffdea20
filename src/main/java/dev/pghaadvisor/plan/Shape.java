package dev.pghaadvisor.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.Design;
import dev.pghaadvisor.rules.Settings;

/**
 * What advice settles before anybody names a host: how many hosts, and what each does.
 *
 * @param design simple or full
 * @param footprint how the roles are spread; it belongs to the design
 * @param entry how clients find their way in
 * @param platform whose packages the files are written for
 * @param placement where the hosts stand
 */
public record Shape(Design design, Footprint footprint, Entry entry, Platform platform, Placement placement) {

	/**
	 * @throws IllegalArgumentException if the footprint belongs to the other design
	 */
	public Shape {
		if (design != footprint.design()) {
			throw new IllegalArgumentException(
					"The footprint " + footprint.id() + " does not belong to the design " + design.id());
		}
	}

	/** A shape in one site. */
	public Shape(Design design, Footprint footprint, Entry entry, Platform platform) {
		this(design, footprint, entry, platform, Placement.TOGETHER);
	}

	/**
	 * The shape that the advice's settings ask for.
	 * @throws IllegalArgumentException if the advice is blocked, so that there is no
	 * design
	 */
	public static Shape of(Advice advice) {
		Design design = advice.design();
		if (design == null) {
			throw new IllegalArgumentException("Blocked advice has no shape");
		}
		return of(design, advice.settings());
	}

	/**
	 * The shape that a design has with these settings.
	 * @throws IllegalArgumentException if the settings ask for the other design
	 */
	public static Shape of(Design design, Settings settings) {
		return new Shape(design, settings.value(Footprint.CHOICE), settings.value(Entry.CHOICE),
				settings.value(Platform.CHOICE), settings.value(Placement.CHOICE));
	}

	/** One word for what the files depend on, such as {@code debian-13-simple-3}. */
	public String id() {
		return this.platform.id() + "-" + this.footprint.id()
				+ ((this.entry == Entry.KEEPALIVED) ? "" : "-" + this.entry.id())
				+ ((this.placement == Placement.TOGETHER) ? "" : "-" + this.placement.id());
	}

	/**
	 * The places for hosts: databases first, then hosts for etcd alone, then balancers.
	 */
	public List<HostSlot> slots() {
		List<HostSlot> slots = new ArrayList<>();
		for (int number = 1; number <= this.footprint.databases(); number++) {
			slots.add(slot("pg" + number, 10, number, databaseRoles()));
		}
		if (this.footprint.hasWitness()) {
			slots.add(slot("witness1", 18, 3, EnumSet.of(Role.ETCD)));
		}
		else {
			for (int number = 1; number <= this.footprint.etcdHosts(); number++) {
				slots.add(slot("etcd" + number, 20, number, EnumSet.of(Role.ETCD)));
			}
		}
		for (int number = 1; number <= this.footprint.routers(); number++) {
			slots.add(slot("lb" + number, 30, number, withEntry(EnumSet.of(Role.HAPROXY))));
		}
		return List.copyOf(slots);
	}

	/** Whether a lost database host takes an etcd member along. */
	public boolean etcdBesideDatabases() {
		return slots().stream().anyMatch((slot) -> slot.roles().containsAll(Set.of(Role.ETCD, Role.POSTGRESQL)));
	}

	/** Whether clients come in through the database hosts. */
	public boolean entryBesideDatabases() {
		return slots().stream().noneMatch((slot) -> slot.roles().contains(Role.HAPROXY))
				|| slots().stream().anyMatch((slot) -> slot.roles().containsAll(Set.of(Role.HAPROXY, Role.POSTGRESQL)));
	}

	private Set<Role> databaseRoles() {
		Set<Role> roles = EnumSet.of(Role.POSTGRESQL);
		if (this.footprint.etcdBesideDatabases()) {
			roles.add(Role.ETCD);
		}
		if (this.footprint.routers() > 0) {
			return roles;
		}
		if (this.design == Design.FULL) {
			roles.add(Role.HAPROXY);
		}
		return withEntry(roles);
	}

	private Set<Role> withEntry(Set<Role> roles) {
		if (this.entry == Entry.KEEPALIVED) {
			roles.add(Role.KEEPALIVED);
		}
		return roles;
	}

	/** The first of each kind stands in the first site, and so on. */
	private HostSlot slot(String name, int octet, int number, Set<Role> roles) {
		return new HostSlot(new HostName(name), new Ipv4Address("192.0.2." + (octet + number)), roles,
				(this.placement == Placement.THREE_SITES) ? new SiteName("site" + number) : null);
	}

}
