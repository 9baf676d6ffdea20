package dev.pghaadvisor.rules;

import java.util.Map;

import dev.pghaadvisor.questionnaire.Choice;

/** The settings that rules chose, each with its reason. */
public final class Settings {

	private final Map<String, String> values;

	private final Map<String, Finding> reasons;

	public Settings(Map<String, String> values, Map<String, Finding> reasons) {
		this.values = Map.copyOf(values);
		this.reasons = Map.copyOf(reasons);
	}

	/**
	 * The value of a setting with its reason.
	 * @throws IllegalArgumentException if nothing sets it
	 */
	public <T> Chosen<T> get(Choice.Ruled<T> choice) {
		String word = this.values.get(choice.id());
		if (word == null) {
			throw new IllegalArgumentException("Nothing sets " + choice.id());
		}
		return new Chosen<>(choice.read(word), reason(choice.id()));
	}

	/** What a setting means, where nobody asks why. */
	public <T> T value(Choice.Ruled<T> choice) {
		return get(choice).value();
	}

	/** Every setting as the files write it. */
	public Map<String, String> asMap() {
		return this.values;
	}

	/**
	 * The rule behind a setting.
	 * @throws IllegalArgumentException if nothing sets it
	 */
	public Finding reason(String key) {
		Finding reason = this.reasons.get(key);
		if (reason == null) {
			throw new IllegalArgumentException("Nothing sets " + key);
		}
		return reason;
	}

}
