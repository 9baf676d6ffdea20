package dev.pghaadvisor.plan;

import java.util.regex.Pattern;

/**
 * What people call a site, such as a data centre or a zone.
 *
 * @param value 1 to 30 characters
 */
public record SiteName(String value) {

	static final String VALID = "1 to 30 letters, digits, dots, hyphens and underscores, starting with a letter, like site1";

	private static final Pattern PATTERN = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,29}");

	/**
	 * @throws IllegalArgumentException if the name is not {@link #VALID}
	 */
	public SiteName {
		if (!PATTERN.matcher(value).matches()) {
			throw new IllegalArgumentException(Shown.of(value) + " is not a name of a site");
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}
