package dev.pghaadvisor.plan;

import java.util.List;
import java.util.regex.Pattern;

/**
 * An IPv4 network.
 *
 * @param network its first address; bits beyond the prefix are zero
 * @param prefix length in bits, 8 to 32: shorter ones are whole parts of the internet
 */
public record Cidr(Ipv4Address network, int prefix) {

	static final String VALID = "an IPv4 network with a prefix of 8 to 32, like 192.0.2.0/24";

	private static final Pattern PREFIX = Pattern.compile("[1-9]?[0-9]");

	/**
	 * @throws IllegalArgumentException if the prefix is out of range or host bits are set
	 */
	public Cidr {
		if (prefix == 0) {
			throw new IllegalArgumentException("\"" + network + "/0\" would let the whole internet in");
		}
		if (prefix < 8 || prefix > 32) {
			throw new IllegalArgumentException("The prefix /" + prefix + " is not within 8 to 32");
		}
		if ((network.bits() & mask(prefix)) != network.bits()) {
			throw new IllegalArgumentException("\"" + network + "/" + prefix
					+ "\" has bits set beyond its prefix: the network is " + around(network, prefix));
		}
		if (!network.isUsable()) {
			throw new IllegalArgumentException(
					"\"" + network + "/" + prefix + "\" is not a network that hosts live in");
		}
	}

	/**
	 * Reads {@code a.b.c.d/prefix}.
	 * @throws IllegalArgumentException if it is not {@link #VALID}; IPv6 is named
	 */
	public static Cidr parse(String text) {
		String[] parts = split(text, "an IPv4 network");
		return new Cidr(new Ipv4Address(parts[0]), Integer.parseInt(parts[1]));
	}

	static String[] split(String text, String what) {
		if (Ipv4Address.looksLikeIpv6(text)) {
			throw new IllegalArgumentException(Shown.of(text) + " is IPv6, which is not generated: give " + what);
		}
		String[] parts = text.split("/", -1);
		if (parts.length != 2 || !PREFIX.matcher(parts[1]).matches()) {
			throw new IllegalArgumentException(Shown.of(text) + " is not " + what + " with a prefix");
		}
		return parts;
	}

	/** Whether the address lies in this network. */
	public boolean contains(Ipv4Address address) {
		return (address.bits() & mask(this.prefix)) == this.network.bits();
	}

	/** Whether the two networks share an address. */
	boolean overlaps(Cidr other) {
		return contains(other.network) || other.contains(this.network);
	}

	/** The networks without those that lie within another one, in the order given. */
	static List<Cidr> widest(List<Cidr> networks) {
		return networks.stream()
			.distinct()
			.filter((network) -> networks.stream()
				.noneMatch((other) -> other.prefix < network.prefix && other.contains(network.network)))
			.toList();
	}

	/** The network's own address or its broadcast address, which no host may have. */
	public boolean isEdge(Ipv4Address address) {
		return this.prefix <= 30 && contains(address) && (address.equals(this.network)
				|| address.bits() == (this.network.bits() | ~mask(this.prefix) & 0xffffffffL));
	}

	/** The network of that prefix around an address, as text. */
	private static String around(Ipv4Address address, int prefix) {
		long bits = address.bits() & mask(prefix);
		return "%d.%d.%d.%d/%d".formatted(bits >> 24, bits >> 16 & 0xff, bits >> 8 & 0xff, bits & 0xff, prefix);
	}

	static Cidr of(Ipv4Address address, int prefix) {
		return parse(around(address, prefix));
	}

	private static long mask(int prefix) {
		return 0xffffffffL << (32 - prefix) & 0xffffffffL;
	}

	@Override
	public String toString() {
		return this.network + "/" + this.prefix;
	}

}
