package dev.pghaadvisor.plan;

import org.jspecify.annotations.Nullable;

/**
 * A host as the user names it; what it does follows from its place in the list.
 *
 * @param name its short name
 * @param address the address the others reach it at
 * @param networkInterface the interface that carries the virtual address there; null if
 * it is called as on the other hosts
 * @param site where it stands; null unless hosts are spread over sites
 */
public record HostEntry(HostName name, Ipv4Address address, @Nullable InterfaceName networkInterface,
		@Nullable SiteName site) {

	static HostEntry example(HostSlot slot) {
		return new HostEntry(slot.name(), slot.address(), null, slot.site());
	}

}
