package dev.pghaadvisor.questionnaire;

import java.util.Arrays;
import java.util.Optional;

/** One of few things, each of which files, forms and JSON call by the same name. */
public interface Named {

	/** The name in rule files, JSON and the bundle. */
	String id();

	/** The one of that name; empty if there is none. */
	static <T extends Enum<T> & Named> Optional<T> find(Class<T> type, String id) {
		return Arrays.stream(type.getEnumConstants()).filter((candidate) -> candidate.id().equals(id)).findFirst();
	}

	/**
	 * The one of that name.
	 * @throws IllegalArgumentException if there is none
	 */
	static <T extends Enum<T> & Named> T of(Class<T> type, String id) {
		return find(type, id).orElseThrow(() -> new IllegalArgumentException(
				"\"" + id + "\" is none of " + Arrays.stream(type.getEnumConstants()).map(Named::id).toList()));
	}

}
