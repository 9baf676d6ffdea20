package dev.pghaadvisor.questionnaire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.pghaadvisor.yaml.Fields;
import dev.pghaadvisor.yaml.Nearest;
import dev.pghaadvisor.yaml.Place;
import dev.pghaadvisor.yaml.Problems;
import dev.pghaadvisor.yaml.YamlNode;

/** Reads questionnaire.yaml and the questions of the rooms. */
final class QuestionnaireReader {

	private static final String[] KEYS = { "id", "kind", "key", "text", "why", "options", "default", "not-sure" };

	private final Known known;

	private final Problems problems;

	private final Set<String> ids = new HashSet<>();

	private final Map<String, Place> places = new HashMap<>();

	QuestionnaireReader(Known known, Problems problems) {
		this.known = known;
		this.problems = problems;
	}

	Questionnaire read(YamlNode root, List<YamlNode> rooms) {
		List<Section> sections = new ArrayList<>();
		for (YamlNode node : Fields.items(root, this.problems)) {
			sections.add(section(Fields.of(node, this.problems, "section", "title", "intro", "questions")));
		}
		for (YamlNode room : rooms) {
			for (YamlNode node : Fields.items(room, this.problems)) {
				place(sections, Fields.of(node, this.problems,
						Stream.concat(Stream.of("section", "after"), Stream.of(KEYS)).toArray(String[]::new)));
			}
		}
		this.known.questions(this.places, root.place(), this.problems);
		return new Questionnaire(sections);
	}

	/** Puts a room's question behind another one, or at the end of its section. */
	private void place(List<Section> sections, Fields fields) {
		String id = fields.oneOf("section", sections.stream().map(Section::id).toList());
		Question question = question(id, fields);
		for (int index = 0; index < sections.size(); index++) {
			Section section = sections.get(index);
			if (section.id().equals(id)) {
				List<Question> questions = new ArrayList<>(section.questions());
				questions.add(after(fields, questions), question);
				sections.set(index, new Section(id, section.title(), section.intro(), List.copyOf(questions)));
			}
		}
	}

	private int after(Fields fields, List<Question> questions) {
		List<String> names = questions.stream().map(Question::id).toList();
		return fields.has("after") ? names.indexOf(fields.oneOf("after", names)) + 1 : names.size();
	}

	private Section section(Fields fields) {
		String id = id(fields, "section");
		List<Question> questions = new ArrayList<>();
		for (YamlNode node : fields.items("questions", "a section asks something")) {
			questions.add(question(id, Fields.of(node, this.problems, KEYS)));
		}
		return new Section(id, fields.text("title", "the heading"),
				fields.text("intro", "one sentence below the heading"), questions);
	}

	private Question question(String section, Fields fields) {
		String id = id(fields, "id");
		boolean first = this.places.putIfAbsent(id, fields.place("id")) == null;
		Question.Kind kind = fields.oneOf("kind", List.of("demand", "circumstance")).equals("demand")
				? Question.Kind.DEMAND : Question.Kind.CIRCUMSTANCE;
		Map<String, Option> options = new LinkedHashMap<>();
		for (YamlNode node : fields.items("options", "at least two answers")) {
			Fields option = Fields.of(node, this.problems, "id", "label", "meaning");
			String optionId = word(option, "id");
			if (options.put(optionId, new Option(optionId, option.text("label", "what the page shows"),
					option.text("meaning", "what it means in numbers"))) != null) {
				this.problems.add(option.place("id"), "Duplicate option '" + optionId + "' of '" + id + "'");
			}
			if (first) {
				this.known.option(id, optionId, option.place("id"), this.problems);
			}
		}
		if (options.size() == 1 || options.size() > 30) {
			this.problems.add(fields.place("options"), "A question needs 2 to 30 options");
		}
		String standard = declared(fields, "default", options.keySet(), id);
		return new Question(id, section, fields.text("text", "the question"), fields.text("why", "why we ask"), kind,
				fields.truth("key"), List.copyOf(options.values()), standard, notSure(fields, options.keySet(), id));
	}

	private NotSure notSure(Fields fields, Set<String> options, String question) {
		YamlNode node = fields.node("not-sure");
		if (node == null) {
			this.problems.add(fields.place(), "Missing 'not-sure': the option it stands for and the reason");
			return new NotSure("", "");
		}
		Fields inner = Fields.of(node, this.problems, "option", "because");
		return new NotSure(declared(inner, "option", options, question),
				inner.text("because", "why not-sure stands for that option"));
	}

	private String declared(Fields fields, String key, Set<String> options, String question) {
		String option = fields.text(key, "one of the options");
		if (!option.isEmpty() && !options.isEmpty() && !options.contains(option)) {
			this.problems.add(fields.place(key),
					"Unknown option '" + option + "' of '" + question + "': " + Nearest.hint(option, options));
		}
		return option;
	}

	private String id(Fields fields, String key) {
		String id = word(fields, key);
		if (!id.isEmpty() && !this.ids.add(key + " " + id)) {
			this.problems.add(fields.place(key),
					"Duplicate " + (key.equals("id") ? "question" : key) + " '" + id + "'");
		}
		return id;
	}

	private String word(Fields fields, String key) {
		String word = fields.text(key, "a short name");
		if (!word.isEmpty()
				&& (!word.matches("[a-z0-9][a-z0-9.-]{0,39}") || word.equals("not-sure") || word.equals("design"))) {
			this.problems.add(fields.place(key),
					"'" + word + "' is no name: lower-case letters, digits, dots and dashes, at most 40, "
							+ "neither not-sure nor design");
		}
		return word;
	}

}
