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
 */
public record Shape(Design design, Footprint footprint, Entry entry, Platform platform) {

	/**
	 * @throws IllegalArgumentException if the footprint belongs to the other design
	 */
	public Shape {
		if ((design == Design.SIMPLE) != (footprint == Footprint.SIMPLE_3)) {
			throw new IllegalArgumentException(
					"The footprint " + footprint.id() + " does not belong to the design " + design.id());
		}
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
				settings.value(Platform.CHOICE));
	}

	/** One word for what the files depend on, such as {@code debian-13-simple-3}. */
	public String id() {
		return this.platform.id() + "-" + this.footprint.id()
				+ ((this.entry == Entry.KEEPALIVED) ? "" : "-" + this.entry.id());
	}

	/** The places for hosts: databases first, then etcd's own hosts, then balancers. */
	public List<HostSlot> slots() {
		List<HostSlot> slots = new ArrayList<>();
		for (int number = 1; number <= 3; number++) {
			slots.add(slot("pg" + number, 10 + number, databaseRoles()));
		}
		if (this.footprint == Footprint.FULL_8) {
			for (int number = 1; number <= 3; number++) {
				slots.add(slot("etcd" + number, 20 + number, EnumSet.of(Role.ETCD)));
			}
		}
		if (this.footprint == Footprint.FULL_8 || this.footprint == Footprint.FULL_5) {
			for (int number = 1; number <= 2; number++) {
				slots.add(slot("lb" + number, 30 + number, withEntry(EnumSet.of(Role.HAPROXY))));
			}
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
		return switch (this.footprint) {
			case SIMPLE_3 -> withEntry(EnumSet.of(Role.POSTGRESQL, Role.ETCD));
			case FULL_8 -> EnumSet.of(Role.POSTGRESQL);
			case FULL_5 -> EnumSet.of(Role.POSTGRESQL, Role.ETCD);
			case FULL_3 -> withEntry(EnumSet.of(Role.POSTGRESQL, Role.ETCD, Role.HAPROXY));
		};
	}

	private Set<Role> withEntry(Set<Role> roles) {
		if (this.entry == Entry.KEEPALIVED) {
			roles.add(Role.KEEPALIVED);
		}
		return roles;
	}

	private static HostSlot slot(String name, int lastOctet, Set<Role> roles) {
		return new HostSlot(new HostName(name), new Ipv4Address("192.0.2." + lastOctet), roles);
	}

}
