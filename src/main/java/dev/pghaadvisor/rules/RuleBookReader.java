package dev.pghaadvisor.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.questionnaire.InputError;
import dev.pghaadvisor.questionnaire.InvalidAnswersException;
import dev.pghaadvisor.questionnaire.Known;
import dev.pghaadvisor.questionnaire.Questionnaire;
import dev.pghaadvisor.yaml.Fields;
import dev.pghaadvisor.yaml.Problems;
import dev.pghaadvisor.yaml.YamlFile;
import dev.pghaadvisor.yaml.YamlNode;

/** Turns the texts of the rule files into a rule book or a list of problems. */
final class RuleBookReader {

	private final RuleFiles files;

	private final Known known;

	private final Problems problems = new Problems();

	RuleBookReader(RuleFiles files, Known known) {
		this.files = files;
		this.known = known;
	}

	RuleBook read() throws RuleFileException {
		Map<String, YamlNode> roots = new LinkedHashMap<>();
		this.files.texts().forEach((name, text) -> {
			YamlNode root = YamlFile.read(name, text, this.problems);
			if (root != null) {
				roots.put(name, root);
			}
		});
		stopOnProblems();
		Map<String, Fields> rooms = new LinkedHashMap<>();
		this.files.rooms()
			.forEach((name) -> rooms.put(name,
					Fields.of(root(roots, name), this.problems, "questions", "settings", "rules")));
		Questionnaire questionnaire = Questionnaire.read(root(roots, RuleFiles.QUESTIONNAIRE),
				parts(rooms.values(), "questions"), this.known, this.problems);
		Map<String, RuleSource> sources = sources(root(roots, RuleFiles.SOURCES));
		stopOnProblems();
		RuleReader reader = new RuleReader(this.problems, this.known, questionnaire, sources);
		reader.readDeclarations(root(roots, RuleFiles.SETTINGS), parts(rooms.values(), "settings"));
		for (String name : RuleFiles.RULES) {
			reader.readRules(name, root(roots, name));
		}
		rooms.forEach((name, room) -> parts(List.of(room), "rules").forEach((rules) -> reader.readRules(name, rules)));
		List<Preset> presets = presets(root(roots, RuleFiles.PRESETS), questionnaire);
		YamlNode situations = roots.get(RuleFiles.SITUATIONS);
		List<Situation> judged = (situations != null) ? situations(situations, questionnaire) : List.of();
		stopOnProblems();
		Decision decision = Decision.of(questionnaire, reader.rules());
		Resolver resolver = new Resolver(reader.declarations(), reader.rules());
		List<String> contradictions = resolver.contradictions();
		if (!contradictions.isEmpty()) {
			throw new RuleFileException(contradictions);
		}
		return new RuleBook(questionnaire, reader.rules(), decision, resolver, presets, judged,
				List.copyOf(sources.values()), this.files.version());
	}

	/** What the rooms have of one kind; each may leave it out. */
	private static List<YamlNode> parts(Collection<Fields> rooms, String key) {
		return rooms.stream().flatMap((room) -> Stream.ofNullable(room.node(key))).toList();
	}

	private static YamlNode root(Map<String, YamlNode> roots, String name) {
		YamlNode root = roots.get(name);
		if (root == null) {
			throw new IllegalStateException(name + " was not read");
		}
		return root;
	}

	private void stopOnProblems() throws RuleFileException {
		if (this.problems.count() > 0) {
			throw new RuleFileException(this.problems.shown());
		}
	}

	private Map<String, RuleSource> sources(YamlNode root) {
		Map<String, RuleSource> sources = new LinkedHashMap<>();
		for (YamlNode node : Fields.items(root, this.problems)) {
			Fields fields = Fields.of(node, this.problems, "id", "title", "url");
			String url = fields.text("url", "a web address or a path below docs/");
			if (!url.isEmpty() && !url.matches("(https://|docs/)[A-Za-z0-9./_#?=&%-]{1,300}")) {
				this.problems.add(fields.place("url"), "Expected https://... or a path below docs/");
			}
			RuleSource source = new RuleSource(fields.text("id", "a short name"),
					fields.text("title", "what the reader will find"), url);
			if (sources.put(source.id(), source) != null) {
				this.problems.add(fields.place("id"), "Duplicate source '" + source.id() + "'");
			}
		}
		return sources;
	}

	private List<Preset> presets(YamlNode root, Questionnaire questionnaire) {
		Map<String, Preset> presets = new LinkedHashMap<>();
		for (YamlNode node : Fields.items(root, this.problems)) {
			Fields fields = Fields.of(node, this.problems, "id", "title", "description", "answers");
			Preset preset = new Preset(fields.text("id", "a short name"), fields.text("title", "what the page shows"),
					fields.text("description", "whom it is for"), answers(fields, questionnaire));
			if (presets.put(preset.id(), preset) != null) {
				this.problems.add(fields.place("id"), "Duplicate preset '" + preset.id() + "'");
			}
		}
		return new ArrayList<>(presets.values());
	}

	private List<Situation> situations(YamlNode root, Questionnaire questionnaire) {
		Map<String, Situation> situations = new LinkedHashMap<>();
		for (YamlNode node : Fields.items(root, this.problems)) {
			Fields fields = Fields.of(node, this.problems, "id", "title", "told", "answers", "expected", "says",
					"because");
			Map<String, String> expected = new LinkedHashMap<>();
			YamlNode wanted = fields.node("expected");
			if (wanted == null) {
				this.problems.add(fields.place(), "Missing 'expected': footprint and entry, or blocked");
			}
			else {
				Fields.open(wanted, this.problems)
					.nodes()
					.forEach((key, value) -> expected.put(key, Fields.text(value, this.problems)));
			}
			List<String> says = fields.has("says") ? List.copyOf(fields.texts("says", "what has to be said").keySet())
					: List.of();
			Situation situation = new Situation(fields.text("id", "a short name"),
					fields.text("title", "what it is in a few words"),
					fields.text("told", "as its owners would tell it"), answers(fields, questionnaire),
					Collections.unmodifiableMap(expected), says, fields.text("because", "why a DBA would say so"));
			if (situations.put(situation.id(), situation) != null) {
				this.problems.add(fields.place("id"), "Duplicate situation '" + situation.id() + "'");
			}
		}
		return new ArrayList<>(situations.values());
	}

	private Map<String, String> answers(Fields fields, Questionnaire questionnaire) {
		YamlNode node = fields.node("answers");
		if (node == null) {
			this.problems.add(fields.place(), "Missing 'answers': question to option");
			return Map.of();
		}
		Map<String, String> answers = new LinkedHashMap<>();
		Fields inner = Fields.open(node, this.problems);
		inner.nodes().forEach((key, value) -> {
			int before = this.problems.count();
			String option = Fields.text(value, this.problems);
			if (this.problems.count() > before) {
				return;
			}
			answers.put(key, option);
			try {
				Answers.of(questionnaire, Map.of(key, option));
			}
			catch (InvalidAnswersException ex) {
				for (InputError error : ex.errors()) {
					this.problems.add(inner.keyPlace(key), error.message());
				}
			}
		});
		return Collections.unmodifiableMap(answers);
	}

}
