package dev.pghaadvisor.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Values;

/**
 * PostgreSQL's settings as the plan chooses them.
 *
 * @param settings in the order they are written, each name once
 */
public record PostgresSettings(List<Setting> settings) {

	/** Seconds for which a leader and a replica wait for a word of each other. */
	public static final Choice.Ruled<Integer> REPLICATION_TIMEOUT = new Choice.Ruled<>("replication-timeout",
			Values.numbers(1, 3600));

	/** Where a setting is kept. */
	public enum Scope {

		/** In etcd, equal on every host, changed with {@code patronictl edit-config}. */
		DCS,

		/** In the host's own file, because it follows from the host's hardware. */
		LOCAL

	}

	/**
	 * One setting.
	 *
	 * @param name PostgreSQL's name of it
	 * @param value as postgresql.conf would hold it, without quotes
	 * @param because why this value
	 * @param scope where it is kept
	 */
	public record Setting(String name, String value, String because, Scope scope) {
	}

	/**
	 * @throws IllegalArgumentException if a name is set twice
	 */
	public PostgresSettings {
		settings = List.copyOf(settings);
		Set<String> names = new LinkedHashSet<>();
		for (Setting setting : settings) {
			if (!names.add(setting.name())) {
				throw new IllegalArgumentException(setting.name() + " is set twice");
			}
		}
	}

	/** The settings kept in that place, in order. */
	public List<Setting> in(Scope scope) {
		return this.settings.stream().filter((setting) -> setting.scope() == scope).toList();
	}

	/**
	 * The value of a setting.
	 * @throws IllegalArgumentException if the plan does not set it
	 */
	public String value(String name) {
		return this.settings.stream()
			.filter((setting) -> setting.name().equals(name))
			.map(Setting::value)
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("The plan does not set " + name));
	}

}
