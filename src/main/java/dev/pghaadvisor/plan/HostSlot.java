package dev.pghaadvisor.plan;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A place for a host in a shape, with the example that stands in it until the user types
 * something else.
 *
 * @param name the example name
 * @param address the example address, in 192.0.2.0/24 (RFC 5737)
 * @param roles what the host in this place does
 * @param site the example site; null unless hosts are spread over sites
 */
public record HostSlot(HostName name, Ipv4Address address, Set<Role> roles, @Nullable SiteName site) {

	public HostSlot {
		roles = Set.copyOf(roles);
	}

}
