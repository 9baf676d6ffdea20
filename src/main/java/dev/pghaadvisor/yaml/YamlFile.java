package dev.pghaadvisor.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads the plain part of YAML: no anchors, aliases, tags or second documents, so that a
 * file means what it shows and cannot grow when it is read.
 */
public final class YamlFile {

	private static final int LONGEST = 512 * 1024;

	private static final int DEEPEST = 20;

	private final String name;

	private final List<String> lines;

	private final Problems problems;

	private YamlFile(String name, String text, Problems problems) {
		this.name = name;
		this.lines = text.lines().toList();
		this.problems = problems;
	}

	/**
	 * The file's content; null if it cannot be read, which the problems then tell.
	 */
	public static @Nullable YamlNode read(String name, String text, Problems problems) {
		return new YamlFile(name, text, problems).read(text);
	}

	private @Nullable YamlNode read(String text) {
		int before = this.problems.count();
		if (text.length() > LONGEST) {
			this.problems.add(whole(), "The file is longer than " + LONGEST + " characters");
			return null;
		}
		for (int line = 0; line < this.lines.size(); line++) {
			int tab = this.lines.get(line).indexOf('\t');
			if (tab >= 0) {
				this.problems.add(new Place(this.name, this.lines, line + 1, tab + 1),
						"A tab: YAML wants spaces for indentation");
				return null;
			}
		}
		try {
			refuseTricks(text);
			if (this.problems.count() > before) {
				return null;
			}
			Node root = yaml().compose(new StringReader(text));
			if (root == null) {
				this.problems.add(whole(), "The file is empty");
				return null;
			}
			return convert(root);
		}
		catch (MarkedYAMLException ex) {
			Mark mark = ex.getProblemMark();
			this.problems.add((mark != null) ? place(mark) : whole(), "Not YAML: " + ex.getProblem());
		}
		catch (YAMLException ex) {
			this.problems.add(whole(), "Not YAML: " + firstLine(ex));
		}
		return null;
	}

	private void refuseTricks(String text) {
		int documents = 0;
		int depth = 0;
		for (Event event : yaml().parse(new StringReader(text))) {
			if (event instanceof DocumentStartEvent && ++documents > 1) {
				this.problems.add(place(event.getStartMark()), "A second document: one file holds one");
			}
			if (event instanceof AliasEvent) {
				this.problems.add(place(event.getStartMark()), "An alias: write the value out");
			}
			else if (event instanceof NodeEvent node && node.getAnchor() != null) {
				this.problems.add(place(event.getStartMark()), "An anchor: write each value where it belongs");
			}
			depth += (event instanceof CollectionStartEvent) ? 1 : (event instanceof CollectionEndEvent) ? -1 : 0;
			if (depth > DEEPEST) {
				// Looking further costs seconds for each thousand levels.
				this.problems.add(place(event.getStartMark()), "Nested deeper than " + DEEPEST + " levels");
				return;
			}
			String tag = (event instanceof ScalarEvent scalar) ? scalar.getTag()
					: (event instanceof CollectionStartEvent start) ? start.getTag() : null;
			if (tag != null && !tag.equals("!")) {
				this.problems.add(place(event.getStartMark()), "A tag: only plain values are read");
			}
			if (this.problems.count() > 20) {
				return;
			}
		}
	}

	private YamlNode convert(Node node) {
		Place place = place(node.getStartMark());
		if (node instanceof MappingNode mapping) {
			return table(mapping, place);
		}
		if (node instanceof SequenceNode sequence) {
			return new YamlNode.Items(place, sequence.getValue().stream().map(this::convert).toList());
		}
		ScalarNode scalar = (ScalarNode) node;
		return new YamlNode.Scalar(place, scalar.getValue(), type(scalar.getTag()));
	}

	private YamlNode table(MappingNode mapping, Place place) {
		Map<String, YamlNode.Entry> all = new LinkedHashMap<>();
		for (NodeTuple tuple : mapping.getValue()) {
			Place key = place(tuple.getKeyNode().getStartMark());
			if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
				this.problems.add(key, "A key has to be a word");
			}
			else if (all.put(scalar.getValue(), new YamlNode.Entry(key, convert(tuple.getValueNode()))) != null) {
				this.problems.add(key, "The key '" + scalar.getValue() + "' stands here twice");
			}
		}
		return new YamlNode.Table(place, all);
	}

	private static YamlNode.Type type(Tag tag) {
		if (tag.equals(Tag.STR)) {
			return YamlNode.Type.TEXT;
		}
		if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
			return YamlNode.Type.NUMBER;
		}
		if (tag.equals(Tag.BOOL)) {
			return YamlNode.Type.TRUTH;
		}
		return tag.equals(Tag.NULL) ? YamlNode.Type.NOTHING : YamlNode.Type.OTHER;
	}

	private static Yaml yaml() {
		LoaderOptions options = new LoaderOptions();
		options.setMaxAliasesForCollections(0);
		options.setNestingDepthLimit(DEEPEST);
		options.setCodePointLimit(LONGEST);
		return new Yaml(new SafeConstructor(options));
	}

	private static String firstLine(Exception ex) {
		List<String> lines = new ArrayList<>(String.valueOf(ex.getMessage()).lines().toList());
		return lines.isEmpty() ? "unreadable" : lines.get(0);
	}

	private Place place(Mark mark) {
		return new Place(this.name, this.lines, mark.getLine() + 1, mark.getColumn() + 1);
	}

	private Place whole() {
		return new Place(this.name, this.lines, 0, 0);
	}

}
