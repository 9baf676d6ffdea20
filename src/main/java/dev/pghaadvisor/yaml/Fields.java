package dev.pghaadvisor.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a table and tells what is missing, unknown or of the wrong kind.
 * What cannot be read comes back empty, with a problem noted.
 */
public final class Fields {

	private final Place place;

	private final Map<String, YamlNode.Entry> all;

	private final Problems problems;

	private Fields(Place place, Map<String, YamlNode.Entry> all, Problems problems) {
		this.place = place;
		this.all = all;
		this.problems = problems;
	}

	/** Looks at a node whose only keys may be the given ones. */
	public static Fields of(YamlNode node, Problems problems, String... valid) {
		Fields fields = open(node, problems);
		fields.all.forEach((key, entry) -> {
			if (!List.of(valid).contains(key)) {
				problems.add(entry.key(), "Unknown key '" + key + "': " + Nearest.hint(key, List.of(valid)));
			}
		});
		return fields;
	}

	/** Looks at a node with any keys. */
	public static Fields open(YamlNode node, Problems problems) {
		if (node instanceof YamlNode.Table table) {
			return new Fields(table.place(), table.all(), problems);
		}
		problems.add(node, "Expected keys with values, found " + node.kind());
		return new Fields(node.place(), Map.of(), problems);
	}

	/** The entries of a list; empty with a problem if it is none or has none. */
	public static List<YamlNode> items(YamlNode node, Problems problems) {
		if (!(node instanceof YamlNode.Items items)) {
			problems.add(node, "Expected a list, found " + node.kind());
			return List.of();
		}
		if (items.all().isEmpty()) {
			problems.add(node, "The list is empty");
		}
		return items.all();
	}

	/** The text of a node; numbers and truth values have to be quoted. */
	public static String text(YamlNode node, Problems problems) {
		if (!(node instanceof YamlNode.Scalar scalar)) {
			problems.add(node, "Expected text, found " + node.kind());
			return "";
		}
		switch (scalar.type()) {
			case TEXT -> {
				if (scalar.text().isBlank()) {
					problems.add(node, "The text is empty");
				}
				return scalar.text().strip();
			}
			case NUMBER, TRUTH, OTHER -> problems.add(node,
					"YAML reads this as " + scalar.kind() + ": put it in quotes, \"" + scalar.text() + "\"");
			case NOTHING -> problems.add(node, "Expected text, found nothing");
		}
		return "";
	}

	public Place place() {
		return this.place;
	}

	public Place place(String key) {
		YamlNode.Entry entry = this.all.get(key);
		return (entry != null) ? entry.value().place() : this.place;
	}

	public Set<String> keys() {
		return this.all.keySet();
	}

	public Place keyPlace(String key) {
		YamlNode.Entry entry = this.all.get(key);
		return (entry != null) ? entry.key() : this.place;
	}

	public boolean has(String key) {
		return this.all.containsKey(key);
	}

	/** The value of a key that may be left out. */
	public @Nullable YamlNode node(String key) {
		YamlNode.Entry entry = this.all.get(key);
		return (entry != null) ? entry.value() : null;
	}

	/** Text that has to be there; what is missing is named with why it is wanted. */
	public String text(String key, String wanted) {
		YamlNode node = node(key);
		if (node == null) {
			this.problems.add(this.place, "Missing '" + key + "': " + wanted);
			return "";
		}
		return text(node, this.problems);
	}

	/** Text that may be left out. */
	public String optionalText(String key) {
		YamlNode node = node(key);
		return (node != null) ? text(node, this.problems) : "";
	}

	/** A list that has to be there. */
	public List<YamlNode> items(String key, String wanted) {
		YamlNode node = node(key);
		if (node == null) {
			this.problems.add(this.place, "Missing '" + key + "': " + wanted);
			return List.of();
		}
		return items(node, this.problems);
	}

	/** A list of different texts that has to be there, each with its node. */
	public Map<String, YamlNode> texts(String key, String wanted) {
		return texts(items(key, wanted));
	}

	/** Different texts, each with its node. */
	public Map<String, YamlNode> texts(List<YamlNode> nodes) {
		Map<String, YamlNode> texts = new LinkedHashMap<>();
		for (YamlNode node : nodes) {
			String text = text(node, this.problems);
			if (!text.isEmpty() && texts.put(text, node) != null) {
				this.problems.add(node, "'" + text + "' stands here twice");
			}
		}
		return texts;
	}

	/** One of the given words. */
	public String oneOf(String key, List<String> valid) {
		String text = text(key, "one of " + String.join(", ", valid));
		if (!text.isEmpty() && !valid.contains(text)) {
			this.problems.add(place(key),
					"Unknown value '" + text + "' of '" + key + "': " + Nearest.hint(text, valid));
			return "";
		}
		return text;
	}

	/** A truth value that is false when left out. */
	public boolean truth(String key) {
		YamlNode node = node(key);
		if (node instanceof YamlNode.Scalar scalar && scalar.type() == YamlNode.Type.TRUTH) {
			return scalar.text().equals("true");
		}
		if (node != null) {
			this.problems.add(node, "Expected true or false, found " + node.kind());
		}
		return false;
	}

	/** A whole number within bounds; the lower bound if it cannot be read. */
	public int number(String key, int from, int to) {
		YamlNode node = node(key);
		if (node instanceof YamlNode.Scalar scalar && scalar.text().matches("[0-9]{1,6}")) {
			int number = Integer.parseInt(scalar.text());
			if (number >= from && number <= to) {
				return number;
			}
		}
		this.problems.add((node != null) ? node.place() : this.place,
				"'" + key + "' has to be a whole number from " + from + " to " + to);
		return from;
	}

	/** The entries by key in the order written. */
	public Map<String, YamlNode> nodes() {
		Map<String, YamlNode> nodes = new LinkedHashMap<>();
		this.all.forEach((key, entry) -> nodes.put(key, entry.value()));
		return nodes;
	}

}
