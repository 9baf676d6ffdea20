package dev.pghaadvisor.plan;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a database or role as applications have it. It is quoted in SQL; in
 * {@code pg_hba.conf}, YAML, a shell and connection strings it needs no quotes.
 *
 * @param value 1 to 63 characters, PostgreSQL's limit for names
 */
public record SqlName(String value) {

	static final String VALID = "1 to 63 letters, digits, underscores and hyphens, starting with a letter, "
			+ "no reserved word of SQL and no name that the cluster uses itself, like app";

	private static final Pattern PATTERN = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,62}");

	/** Names of databases and roles that the cluster has anyway. */
	private static final Set<String> TAKEN = Set.of("postgres", "template0", "template1", "replicator", "rewind",
			"rewind_user", "root");

	/**
	 * Words with a meaning of their own in pg_hba.conf, where roles are named, or in
	 * YAML.
	 */
	private static final Set<String> KEYWORDS = Set.of("replication", "sameuser", "samerole", "samegroup", "public",
			"none", "yes", "no", "off", "y", "n");

	/**
	 * The reserved key words of PostgreSQL 17, also those that may be function or type
	 * names (the manual's appendix C, "reserved" in its PostgreSQL column).
	 */
	private static final Set<String> RESERVED = Set.of("all", "analyse", "analyze", "and", "any", "array", "as", "asc",
			"asymmetric", "authorization", "binary", "both", "case", "cast", "check", "collate", "collation", "column",
			"concurrently", "constraint", "create", "cross", "current_catalog", "current_date", "current_role",
			"current_schema", "current_time", "current_timestamp", "current_user", "default", "deferrable", "desc",
			"distinct", "do", "else", "end", "except", "false", "fetch", "for", "foreign", "freeze", "from", "full",
			"grant", "group", "having", "ilike", "in", "initially", "inner", "intersect", "into", "is", "isnull",
			"join", "lateral", "leading", "left", "like", "limit", "localtime", "localtimestamp", "natural", "not",
			"notnull", "null", "offset", "on", "only", "or", "order", "outer", "overlaps", "placing", "primary",
			"references", "returning", "right", "select", "session_user", "similar", "some", "symmetric", "system_user",
			"table", "tablesample", "then", "to", "trailing", "true", "union", "unique", "user", "using", "variadic",
			"verbose", "when", "where", "window", "with");

	/**
	 * @throws IllegalArgumentException if the name is not {@link #VALID}
	 */
	public SqlName {
		if (!PATTERN.matcher(value).matches()) {
			throw new IllegalArgumentException(
					Shown.of(value) + " is not a name that a database or role may have here");
		}
		// What reads it besides SQL may not care about case.
		String lower = value.toLowerCase(Locale.ROOT);
		if (lower.startsWith("pg_")) {
			throw new IllegalArgumentException(Shown.of(value) + " starts with pg_, which PostgreSQL keeps for itself");
		}
		if (TAKEN.contains(lower)) {
			throw new IllegalArgumentException(Shown.of(value) + " is a name that the cluster uses itself");
		}
		if (KEYWORDS.contains(lower) || RESERVED.contains(lower)) {
			throw new IllegalArgumentException(Shown.of(value) + " is a reserved word");
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}
