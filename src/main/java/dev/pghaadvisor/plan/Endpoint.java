package dev.pghaadvisor.plan;

import java.util.List;

/**
 * Where applications connect.
 *
 * @param hosts one virtual address, or, without one, every host that a balancer or a
 * driver has to choose from
 * @param port TCP port
 */
public record Endpoint(List<Ipv4Address> hosts, int port) {

	/**
	 * @throws IllegalArgumentException without any host
	 */
	public Endpoint {
		if (hosts.isEmpty()) {
			throw new IllegalArgumentException("An endpoint needs a host");
		}
		hosts = List.copyOf(hosts);
	}

	/** The first host: the virtual address where there is one. */
	public Ipv4Address host() {
		return this.hosts.get(0);
	}

}
