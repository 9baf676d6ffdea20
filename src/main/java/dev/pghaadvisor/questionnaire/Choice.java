package dev.pghaadvisor.questionnaire;

/**
 * The one place for what the code knows of a question or of a setting. Rule files that
 * lack it, or offer more than the code can follow, are refused when they are loaded.
 *
 * @param <T> what a chosen word means to the code
 */
public sealed interface Choice<T> {

	/** Its name in the rule files. */
	String id();

	Values<T> values();

	/**
	 * What a word of the rule files means.
	 * @throws IllegalArgumentException if it means nothing, which loading excludes
	 */
	default T read(String word) {
		return values().read(word)
			.orElseThrow(() -> new IllegalArgumentException(
					"\"" + word + "\" is no value of " + id() + ": " + values().hint(word)));
	}

	/** A question whose answer the code reads by itself, beside the rules. */
	record Asked<T>(String id, Values<T> values) implements Choice<T> {
	}

	/** A setting, which rules choose. */
	record Ruled<T>(String id, Values<T> values) implements Choice<T> {
	}

}
