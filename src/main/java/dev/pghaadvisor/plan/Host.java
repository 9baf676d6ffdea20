package dev.pghaadvisor.plan;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A host of a planned cluster.
 *
 * @param name its short name
 * @param address the address the others reach it at
 * @param roles what it does, at least one thing, in the order of {@link Role}
 */
public record Host(HostName name, Ipv4Address address, Set<Role> roles) {

	/**
	 * @throws IllegalArgumentException if the host does nothing
	 */
	public Host {
		if (roles.isEmpty()) {
			throw new IllegalArgumentException("The host " + name + " does nothing");
		}
		roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
	}

	/** Whether it does this. */
	public boolean has(Role role) {
		return this.roles.contains(role);
	}

}
