package dev.pghaadvisor.rules;

import java.util.Map;

/** The settings that rules chose, each with its reason. */
public final class Settings {

	private final Map<String, String> values;

	private final Map<String, Finding> reasons;

	public Settings(Map<String, String> values, Map<String, Finding> reasons) {
		this.values = Map.copyOf(values);
		this.reasons = Map.copyOf(reasons);
	}

	/**
	 * The value of a setting.
	 * @throws IllegalArgumentException if nothing sets it
	 */
	public String text(String key) {
		String value = this.values.get(key);
		if (value == null) {
			throw new IllegalArgumentException("Nothing sets " + key);
		}
		return value;
	}

	public int number(String key) {
		return Integer.parseInt(text(key));
	}

	public boolean is(String key, String value) {
		return text(key).equals(value);
	}

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
