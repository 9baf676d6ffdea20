package dev.pghaadvisor.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of YAML and where it stands. */
public sealed interface YamlNode {

	Place place();

	/** What it is, in words for a message. */
	String kind();

	/**
	 * One value.
	 *
	 * @param text as written
	 * @param type what YAML takes it for
	 */
	record Scalar(Place place, String text, Type type) implements YamlNode {

		@Override
		public String kind() {
			return switch (this.type) {
				case TEXT -> "text";
				case NUMBER -> "the number " + this.text;
				case TRUTH -> "the truth value " + this.text;
				case NOTHING -> "nothing";
				case OTHER -> "a date or something else that is no text";
			};
		}

	}

	/** Entries that start with a dash or stand in brackets. */
	record Items(Place place, List<YamlNode> all) implements YamlNode {

		public Items {
			all = List.copyOf(all);
		}

		@Override
		public String kind() {
			return "a list";
		}

	}

	/** Keys with values, in the order written. */
	record Table(Place place, Map<String, Entry> all) implements YamlNode {

		public Table {
			all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
		}

		@Override
		public String kind() {
			return "keys with values";
		}

	}

	/** A value and the place of its key. */
	record Entry(Place key, YamlNode value) {
	}

	/** What YAML takes an unquoted value for. */
	enum Type {

		TEXT, NUMBER, TRUTH, NOTHING, OTHER

	}

}
