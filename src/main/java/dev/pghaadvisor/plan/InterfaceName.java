package dev.pghaadvisor.plan;

import java.util.regex.Pattern;

/**
 * A network interface's name.
 *
 * @param value 1 to 15 characters, the kernel's limit (IFNAMSIZ 16 with the final zero)
 */
public record InterfaceName(String value) {

	static final String VALID = "1 to 15 letters, digits, dots, hyphens and underscores, starting with a letter, like eth0";

	private static final Pattern PATTERN = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,14}");

	/**
	 * @throws IllegalArgumentException if the name is not {@link #VALID} or is the
	 * loopback interface
	 */
	public InterfaceName {
		if (!PATTERN.matcher(value).matches()) {
			throw new IllegalArgumentException(Shown.of(value) + " is not an interface name");
		}
		if (value.equals("lo") || value.equals("all") || value.equals("default")) {
			throw new IllegalArgumentException(
					Shown.of(value) + " is not an interface that carries the virtual address");
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}
