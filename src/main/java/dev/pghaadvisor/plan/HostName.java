package dev.pghaadvisor.plan;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A host's short name, unique in the cluster: Patroni's and etcd's member name, HAProxy's
 * server name, a folder in the bundle. Patroni compares standby names after turning other
 * characters into underscores, so only letters, digits and hyphens are taken.
 *
 * @param value one DNS label in lower case, 1 to 63 characters (RFC 1123), starting with
 * a letter
 */
public record HostName(String value) {

	static final String VALID = "1 to 63 letters (upper case is lowered), digits and hyphens, starting with a letter "
			+ "and not ending with a hyphen, no dots, like pg1";

	private static final Pattern PATTERN = Pattern.compile("[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

	/**
	 * Groups of hosts in the bundle's Ansible inventory, the system's own name, and what
	 * YAML takes for a truth value or nothing.
	 */
	private static final Set<String> TAKEN = Set.of("localhost", "all", "ungrouped", "postgresql", "etcd", "haproxy",
			"keepalived", "true", "false", "yes", "no", "on", "off", "y", "n", "null");

	/**
	 * @throws IllegalArgumentException if the name is not {@link #VALID}
	 */
	public HostName {
		if (value.length() > 63 || !PATTERN.matcher(value).matches()) {
			throw new IllegalArgumentException(Shown.of(value) + " is not a host name");
		}
		if (TAKEN.contains(value)) {
			throw new IllegalArgumentException(
					Shown.of(value) + " already means something else to the system or to Ansible");
		}
	}

	/**
	 * Reads a name as people type it: names of hosts mean the same in either case, and
	 * the cluster's programs compare them letter by letter.
	 * @throws IllegalArgumentException if the name is not {@link #VALID}
	 */
	static HostName parse(String text) {
		return new HostName(text.toLowerCase(Locale.ROOT));
	}

	@Override
	public String toString() {
		return this.value;
	}

}
