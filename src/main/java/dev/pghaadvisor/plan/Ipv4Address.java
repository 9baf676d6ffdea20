package dev.pghaadvisor.plan;

import java.util.regex.Pattern;

/**
 * An IPv4 address in its one canonical spelling; leading zeros are refused because some
 * programs read them as octal.
 *
 * @param value four decimal octets, like 192.0.2.11
 */
public record Ipv4Address(String value) implements Comparable<Ipv4Address> {

	static final String VALID = "an IPv4 address in four decimal parts, like 192.0.2.11";

	private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";

	private static final Pattern PATTERN = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

	/**
	 * @throws IllegalArgumentException if it is not {@link #VALID}; IPv6 is named
	 */
	public Ipv4Address {
		if (value.length() > 15 || !PATTERN.matcher(value).matches()) {
			throw new IllegalArgumentException(
					looksLikeIpv6(value) ? Shown.of(value) + " is IPv6, which is not generated: give the IPv4 address"
							: Shown.of(value) + " is not an IPv4 address");
		}
	}

	static boolean looksLikeIpv6(String text) {
		return text.length() <= 64
				&& text.matches("\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*]?(%[0-9A-Za-z]*)?(/[0-9]*)?");
	}

	/** The address as an unsigned 32-bit number. */
	public long bits() {
		long bits = 0;
		for (String octet : this.value.split("\\.")) {
			bits = bits << 8 | Long.parseLong(octet);
		}
		return bits;
	}

	/** The last of the four parts, 0 to 255. */
	public int lastOctet() {
		return (int) (bits() & 0xff);
	}

	/** Unicast addresses that a host may have: not 0/8, 127/8, multicast or above. */
	boolean isUsable() {
		int first = (int) (bits() >> 24);
		return first != 0 && first != 127 && first < 224;
	}

	@Override
	public int compareTo(Ipv4Address other) {
		return Long.compare(bits(), other.bits());
	}

	@Override
	public String toString() {
		return this.value;
	}

}
