package dev.pghaadvisor.plan;

import java.util.regex.Pattern;

/**
 * The cluster's name: Patroni's scope, etcd's cluster token and the bundle's folder, so
 * it has to be fit for a path, a YAML scalar and PostgreSQL's {@code cluster_name}.
 *
 * @param value 1 to 40 characters: a lower-case letter, then lower-case letters, digits
 * and single hyphens between them
 */
public record ClusterName(String value) {

	static final String VALID = "1 to 40 lower-case letters, digits and hyphens, starting with a letter, "
			+ "no hyphen at the end or twice in a row, like main";

	private static final Pattern PATTERN = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

	/**
	 * @throws IllegalArgumentException if the name is not {@link #VALID}
	 */
	public ClusterName {
		if (value.length() > 40 || !PATTERN.matcher(value).matches()) {
			throw new IllegalArgumentException(Shown.of(value) + " is not a cluster name");
		}
		if (value.equals("default")) {
			throw new IllegalArgumentException(
					Shown.of(value) + " is taken: Debian's etcd keeps a cluster of its own in /var/lib/etcd/default");
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}
