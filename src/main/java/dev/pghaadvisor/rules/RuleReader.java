package dev.pghaadvisor.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.pghaadvisor.questionnaire.Known;
import dev.pghaadvisor.questionnaire.Option;
import dev.pghaadvisor.questionnaire.Question;
import dev.pghaadvisor.questionnaire.Questionnaire;
import dev.pghaadvisor.yaml.Fields;
import dev.pghaadvisor.yaml.Nearest;
import dev.pghaadvisor.yaml.Place;
import dev.pghaadvisor.yaml.Problems;
import dev.pghaadvisor.yaml.YamlNode;

/** Reads rules and settings and checks every name in them. */
final class RuleReader {

	/**
	 * The fact that a condition may name beside questions: the design that was chosen.
	 */
	static final String DESIGN = "design";

	private static final List<String> EFFECTS = List.of("require", "suffice", "favour", "set", "warn", "block");

	private static final List<String> DESIGNS = List.of(Design.SIMPLE.id(), Design.FULL.id());

	private final Problems problems;

	private final Known known;

	private final Map<String, Question> questions = new LinkedHashMap<>();

	private final Map<String, RuleSource> sources;

	private final Map<String, Declaration> declarations = new LinkedHashMap<>();

	private final Map<String, Rule> rules = new LinkedHashMap<>();

	RuleReader(Problems problems, Known known, Questionnaire questionnaire, Map<String, RuleSource> sources) {
		this.problems = problems;
		this.known = known;
		questionnaire.questions().forEach((question) -> this.questions.put(question.id(), question));
		this.sources = sources;
	}

	/** Settings have to be read before any rule sets them. */
	void readDeclarations(YamlNode root, List<YamlNode> rooms) {
		Map<String, Place> places = new HashMap<>();
		for (YamlNode node : Fields.items(root, this.problems)) {
			if (isDeclaration(node)) {
				declaration(node, places);
			}
		}
		for (YamlNode room : rooms) {
			Fields.items(room, this.problems).forEach((node) -> declaration(node, places));
		}
		this.known.settings(places, root.place(), this.problems);
	}

	void readRules(String file, YamlNode root) {
		for (YamlNode node : Fields.items(root, this.problems)) {
			if (!(file.equals(RuleFiles.SETTINGS) && isDeclaration(node))) {
				rule(file, Fields.of(node, this.problems, "id", "when", "then", "because", "sources"));
			}
		}
	}

	List<Rule> rules() {
		return List.copyOf(this.rules.values());
	}

	List<Declaration> declarations() {
		return List.copyOf(this.declarations.values());
	}

	private static boolean isDeclaration(YamlNode node) {
		return node instanceof YamlNode.Table table && table.all().containsKey("setting");
	}

	private void declaration(YamlNode node, Map<String, Place> places) {
		Fields fields = Fields.of(node, this.problems, "setting", "values", "default", "of-several", "because",
				"sources");
		String key = fields.text("setting", "its name");
		places.put(key, fields.place("setting"));
		this.known.setting(key, fields.place("setting"), this.problems);
		Map<String, YamlNode> words = fields.texts("values", "every value it can take");
		words.forEach((value, place) -> this.known.value(key, value, place.place(), this.problems));
		List<String> values = List.copyOf(words.keySet());
		String standard = fields.text("default", "its value when no rule sets it");
		if (!standard.isEmpty() && !values.isEmpty() && !values.contains(standard)) {
			this.problems.add(fields.place("default"),
					"Unknown value '" + standard + "' of '" + key + "': " + Nearest.hint(standard, values));
		}
		boolean lastWins = fields.has("of-several") && !fields.oneOf("of-several", List.of("last")).isEmpty();
		Declaration declaration = new Declaration(key, values, standard, lastWins, reason(fields), sources(fields));
		if (this.declarations.put(key, declaration) != null) {
			this.problems.add(fields.place("setting"), "Duplicate setting '" + key + "'");
		}
	}

	private void rule(String file, Fields fields) {
		int before = this.problems.count();
		String id = fields.text("id", "a name of its own");
		if (!id.isEmpty() && !id.matches("[a-z][a-z0-9-]{2,59}")) {
			this.problems.add(fields.place("id"),
					"'" + id + "' is no rule name: lower-case letters, digits and dashes");
		}
		Map<String, Set<String>> when = new LinkedHashMap<>();
		Set<Design> design = new LinkedHashSet<>();
		YamlNode conditions = fields.node("when");
		if (conditions != null) {
			conditions(Fields.open(conditions, this.problems), when, design);
		}
		List<Effect> effects = effects(fields, !design.isEmpty());
		String because = reason(fields);
		List<RuleSource> cited = sources(fields);
		if (this.rules.containsKey(id)) {
			this.problems.add(fields.place("id"),
					"Duplicate rule '" + id + "': it stands in " + this.rules.get(id).file() + ", too");
		}
		if (this.problems.count() == before) {
			this.rules.put(id, new Rule(id, file, when, design, effects, because, cited));
		}
	}

	private void conditions(Fields fields, Map<String, Set<String>> when, Set<Design> design) {
		fields.nodes().forEach((key, node) -> {
			Map<String, YamlNode> options = fields.texts(Fields.items(node, this.problems));
			if (key.equals(DESIGN)) {
				options.keySet().stream().filter(DESIGNS::contains).map(RuleReader::design).forEach(design::add);
				known(options, DESIGNS, "design", "");
				return;
			}
			Question question = this.questions.get(key);
			if (question == null) {
				List<String> valid = new ArrayList<>(this.questions.keySet());
				valid.add(DESIGN);
				this.problems.add(fields.keyPlace(key), "Unknown question '" + key + "': " + Nearest.hint(key, valid));
				return;
			}
			List<String> valid = question.options().stream().map(Option::id).toList();
			known(options, valid, "option", " of '" + key + "'");
			if (options.size() == valid.size()) {
				this.problems.add(fields.keyPlace(key), "Every option of '" + key + "' is listed: leave it out");
			}
			when.put(key, new LinkedHashSet<>(options.keySet()));
		});
	}

	private void known(Map<String, YamlNode> words, List<String> valid, String what, String of) {
		words.forEach((word, node) -> {
			if (!valid.contains(word)) {
				this.problems.add(node, "Unknown " + what + " '" + word + "'" + of + ": " + Nearest.hint(word, valid));
			}
		});
	}

	private List<Effect> effects(Fields fields, boolean looksAtDesign) {
		YamlNode then = fields.node("then");
		if (then == null) {
			this.problems.add(fields.place(), "Missing 'then': one of " + String.join(", ", EFFECTS));
			return List.of();
		}
		List<Effect> effects = new ArrayList<>();
		Fields words = Fields.open(then, this.problems);
		words.nodes().forEach((word, node) -> {
			if (looksAtDesign && List.of("require", "suffice", "favour", "block").contains(word)) {
				this.problems.add(words.keyPlace(word),
						"'" + word + "' decides the design, so its condition cannot name the design");
			}
			switch (word) {
				case "require" -> require(words, effects);
				case "suffice" -> suffice(words, effects);
				case "favour" -> favour(Fields.of(node, this.problems, "design", "weight"), effects);
				case "set" -> set(Fields.open(node, this.problems), effects);
				case "warn" -> warn(Fields.of(node, this.problems, "message", "change"), effects);
				case "block" -> block(Fields.of(node, this.problems, "message", "change"), effects);
				default -> this.problems.add(words.keyPlace(word),
						"Unknown effect '" + word + "': " + Nearest.hint(word, EFFECTS));
			}
		});
		if (words.keys().isEmpty()) {
			this.problems.add(then, "A rule without effect: add one of " + String.join(", ", EFFECTS));
		}
		return effects;
	}

	private void require(Fields words, List<Effect> effects) {
		if (!words.oneOf("require", List.of(Design.FULL.id())).isEmpty()) {
			effects.add(new Effect.RequireFull());
		}
	}

	private void suffice(Fields words, List<Effect> effects) {
		if (!words.oneOf("suffice", List.of(Design.SIMPLE.id())).isEmpty()) {
			effects.add(new Effect.SimpleSuffices());
		}
	}

	private void favour(Fields fields, List<Effect> effects) {
		String design = fields.oneOf("design", DESIGNS);
		int weight = fields.number("weight", 1, 9);
		if (!design.isEmpty()) {
			effects.add(new Effect.Favour(design(design), weight));
		}
	}

	private void set(Fields fields, List<Effect> effects) {
		if (fields.keys().isEmpty()) {
			this.problems.add(fields.place(), "Nothing is set: name a setting and its value");
		}
		fields.nodes().forEach((key, node) -> {
			String value = Fields.text(node, this.problems);
			Declaration declaration = this.declarations.get(key);
			if (declaration == null) {
				this.problems.add(fields.keyPlace(key),
						"Unknown setting '" + key + "': " + Nearest.hint(key, this.declarations.keySet()));
			}
			else if (!value.isEmpty() && !declaration.values().contains(value)) {
				this.problems.add(node,
						"Unknown value '" + value + "' of '" + key + "': " + Nearest.hint(value, declaration.values()));
			}
			else {
				effects.add(new Effect.SetValue(key, value));
			}
		});
	}

	private void warn(Fields fields, List<Effect> effects) {
		effects
			.add(new Effect.Warn(fields.text("message", "the headline of the warning"), fields.optionalText("change")));
	}

	private void block(Fields fields, List<Effect> effects) {
		effects.add(new Effect.Block(fields.text("message", "the headline of the block"),
				fields.text("change", "what to change so that a design fits")));
	}

	private String reason(Fields fields) {
		return fields.text("because", "every rule says why");
	}

	private List<RuleSource> sources(Fields fields) {
		Map<String, YamlNode> ids = fields.texts("sources", "every rule says where its facts come from");
		List<RuleSource> cited = new ArrayList<>();
		ids.forEach((id, node) -> {
			RuleSource source = this.sources.get(id);
			if (source == null) {
				this.problems.add(node, "Unknown source '" + id + "': " + Nearest.hint(id, this.sources.keySet()));
			}
			else {
				cited.add(source);
			}
		});
		return cited;
	}

	private static Design design(String id) {
		return id.equals(Design.FULL.id()) ? Design.FULL : Design.SIMPLE;
	}

}
