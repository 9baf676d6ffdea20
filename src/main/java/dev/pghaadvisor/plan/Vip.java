package dev.pghaadvisor.plan;

/**
 * The virtual address that moves between hosts, with the prefix of their subnet.
 *
 * @param address an address no host has
 * @param prefix length in bits, 8 to 30, as on the hosts' interface
 */
public record Vip(Ipv4Address address, int prefix) {

	static final String VALID = "a free IPv4 address of the hosts' subnet with its prefix of 8 to 30, like 192.0.2.100/24";

	/**
	 * @throws IllegalArgumentException if the prefix is out of range or the address is
	 * the subnet's own or its broadcast address
	 */
	public Vip {
		if (prefix < 8 || prefix > 30) {
			throw new IllegalArgumentException("The prefix /" + prefix + " is not within 8 to 30");
		}
		if (!address.isUsable()) {
			throw new IllegalArgumentException("\"" + address + "\" is not an address that hosts may have");
		}
		if (Cidr.of(address, prefix).isEdge(address)) {
			throw new IllegalArgumentException(
					"\"" + address + "/" + prefix + "\" is the subnet's network or broadcast address");
		}
	}

	/**
	 * Reads {@code a.b.c.d/prefix}.
	 * @throws IllegalArgumentException if it is not {@link #VALID}; IPv6 is named
	 */
	public static Vip parse(String text) {
		String[] parts = Cidr.split(text, "an IPv4 address");
		return new Vip(new Ipv4Address(parts[0]), Integer.parseInt(parts[1]));
	}

	/** The subnet that the address and every host with keepalived lie in. */
	public Cidr subnet() {
		return Cidr.of(this.address, this.prefix);
	}

	@Override
	public String toString() {
		return this.address + "/" + this.prefix;
	}

}
