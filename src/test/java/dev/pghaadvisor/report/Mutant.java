package dev.pghaadvisor.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The shipped rule folder with something changed at random: what a company might do to
 * it, well or badly.
 */
final class Mutant {

	private static final List<String> RULES = List.of("design.yaml", "timers.yaml", "settings.yaml", "warnings.yaml");

	private static final List<String> WORDS = List.of("10s", "huge", "99.9999", "three", "25", "0", "1000000", "none",
			"full-7", "on", "two", "zero", "other", "x");

	private final Random random;

	private final Map<String, List<Map<String, Object>>> files = new TreeMap<>();

	private final List<String> done = new ArrayList<>();

	Mutant(long seed) throws IOException {
		this.random = new Random(seed);
		List<String> names = new ArrayList<>(RULES);
		names.addAll(List.of("questionnaire.yaml", "sources.yaml", "presets.yaml"));
		for (String name : names) {
			this.files.put(name,
					new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(Path.of("rules", name))));
		}
		for (int change = this.random.nextInt(3); change >= 0; change--) {
			mutate();
		}
	}

	/** Files of options are as they are shipped. */
	void write(Path folder) throws IOException {
		DumperOptions options = new DumperOptions();
		options.setWidth(1000);
		for (Map.Entry<String, List<Map<String, Object>>> file : this.files.entrySet()) {
			Files.writeString(folder.resolve(file.getKey()), new Yaml(options).dump(file.getValue()));
		}
		try (Stream<Path> shipped = Files.list(Path.of("rules"))) {
			for (Path file : shipped.filter(this::isOfAnOption).toList()) {
				Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}

	private boolean isOfAnOption(Path file) {
		String name = file.getFileName().toString();
		return name.endsWith(".yaml") && !name.endsWith(".examples.yaml") && !name.equals("situations.yaml")
				&& !this.files.containsKey(name);
	}

	@Override
	public String toString() {
		return this.done.toString();
	}

	private void mutate() {
		Map<String, Object> question = one(questions());
		String id = (String) question.get("id");
		List<Map<String, Object>> options = list(question, "options");
		Map<String, Object> option = one(options);
		String word = (String) option.get("id");
		Map<String, Object> setting = one(settings());
		List<Object> values = list(setting, "values");
		Map<String, Object> rule = one(rules());
		switch (this.random.nextInt(20)) {
			case 0 -> {
				did("drop question " + id);
				questionLists().forEach((questions) -> questions.remove(question));
				if (this.random.nextBoolean()) {
					forget(id);
				}
			}
			case 1 -> {
				did("rename question " + id + " everywhere");
				question.put("id", id + "x");
				rename(id, id + "x");
			}
			case 2 -> {
				did("rename question " + id + " there alone");
				question.put("id", id.substring(1));
			}
			case 3 -> add(question);
			case 4 -> {
				did("drop option " + word + " of " + id);
				options.remove(option);
				forget(id, word, (String) one(options).get("id"));
			}
			case 5 -> {
				did("rename option " + word + " of " + id + " everywhere");
				String other = one(WORDS);
				option.put("id", other);
				forget(id, word, other);
			}
			case 6 -> {
				String other = one(WORDS);
				did("add option " + other + " to " + id);
				Map<String, Object> more = new LinkedHashMap<>(option);
				more.put("id", other);
				options.add(this.random.nextInt(options.size()), more);
			}
			case 7 -> {
				did("default of " + id + " is " + word);
				question.put("default", word);
			}
			case 8 -> {
				did("drop setting " + setting.get("setting"));
				this.files.get("settings.yaml").remove(setting);
				if (this.random.nextBoolean()) {
					sets().forEach((set) -> set.remove(setting.get("setting")));
				}
			}
			case 9 -> {
				did("rename setting " + setting.get("setting"));
				String other = setting.get("setting") + "x";
				sets().stream()
					.filter((set) -> set.containsKey(setting.get("setting")))
					.forEach((set) -> set.put(other, set.remove(setting.get("setting"))));
				setting.put("setting", other);
			}
			case 10 -> {
				did("default of " + setting.get("setting") + " is another value");
				setting.put("default", one(values));
			}
			case 11, 12 -> {
				Object value = one(values);
				String other = one(WORDS);
				did("value " + value + " of " + setting.get("setting") + " becomes " + other);
				values.set(values.indexOf(value), other);
				setting.computeIfPresent("default", (key, old) -> old.equals(value) ? other : old);
				sets().forEach((set) -> set.computeIfPresent((String) setting.get("setting"),
						(key, old) -> old.equals(value) ? other : old));
			}
			case 13 -> {
				did("drop rule " + rule.get("id"));
				RULES.forEach((file) -> this.files.get(file).remove(rule));
			}
			case 14 -> {
				did("condition of " + rule.get("id") + " without a question");
				Map<String, Object> when = map(rule, "when");
				if (!when.isEmpty()) {
					when.remove(one(new ArrayList<>(when.keySet())));
				}
			}
			case 15 -> {
				did("condition of " + rule.get("id") + " with " + id + " " + word);
				map(rule, "when").put(id, new ArrayList<>(List.of(word)));
			}
			case 16 -> {
				Map<String, Object> set = one(sets());
				String key = one(new ArrayList<>(set.keySet()));
				Object value = settings().stream()
					.filter((one) -> one.get("setting").equals(key))
					.findFirst()
					.map((one) -> one(this.<Object>list(one, "values")))
					.orElse("x");
				did("a rule sets " + key + " to " + value);
				set.put(key, value);
			}
			case 17 -> {
				did(rule.get("id") + " blocks, too");
				map(rule, "then").put("block", Map.of("message", "No.", "change", "Something."));
			}
			case 18 -> {
				did(rule.get("id") + " favours with another weight");
				map(rule, "then").put("favour", new LinkedHashMap<>(Map.of("design",
						this.random.nextBoolean() ? "simple" : "full", "weight", this.random.nextInt(11))));
			}
			default -> {
				Map<String, Object> preset = one(this.files.get("presets.yaml"));
				did("preset " + preset.get("id") + " answers " + word + " to " + id);
				map(preset, "answers").put(id, word);
			}
		}
	}

	/** A question of a company's own, and a rule about it. */
	private void add(Map<String, Object> like) {
		did("add question like " + like.get("id") + " and a rule");
		Map<String, Object> question = new LinkedHashMap<>(like);
		question.put("id", "own");
		one(questionLists()).add(question);
		Map<String, Object> rule = new LinkedHashMap<>();
		rule.put("id", "own-rule");
		rule.put("when", mutable("own", new ArrayList<>(List.of(like.get("default")))));
		rule.put("then", this.random.nextBoolean() ? mutable("require", "full") : mutable("set", mutable("ttl", "20")));
		rule.put("because", "It is ours.");
		rule.put("sources", List.of("judgement"));
		this.files.get("warnings.yaml").add(rule);
	}

	private static Map<String, Object> mutable(String key, Object value) {
		return new LinkedHashMap<>(Map.of(key, value));
	}

	private void forget(String question) {
		rules().forEach((rule) -> map(rule, "when").remove(question));
		this.files.get("presets.yaml").forEach((preset) -> map(preset, "answers").remove(question));
	}

	private void forget(String question, String option, String instead) {
		questions().stream().filter((one) -> one.get("id").equals(question)).forEach((one) -> {
			one.computeIfPresent("default", (key, old) -> old.equals(option) ? instead : old);
			map(one, "not-sure").computeIfPresent("option", (key, old) -> old.equals(option) ? instead : old);
		});
		rules().forEach((rule) -> {
			List<Object> options = list(map(rule, "when"), question);
			if (options.remove(option) && !options.contains(instead)) {
				options.add(instead);
			}
		});
		this.files.get("presets.yaml")
			.forEach((preset) -> map(preset, "answers").computeIfPresent(question,
					(key, old) -> old.equals(option) ? instead : old));
	}

	private void rename(String question, String to) {
		rules().stream()
			.map((rule) -> map(rule, "when"))
			.filter((when) -> when.containsKey(question))
			.forEach((when) -> when.put(to, when.remove(question)));
		this.files.get("presets.yaml")
			.stream()
			.map((preset) -> map(preset, "answers"))
			.filter((answers) -> answers.containsKey(question))
			.forEach((answers) -> answers.put(to, answers.remove(question)));
	}

	private void did(String what) {
		this.done.add(what);
	}

	private List<List<Map<String, Object>>> questionLists() {
		return this.files.get("questionnaire.yaml")
			.stream()
			.map((section) -> this.<Map<String, Object>>list(section, "questions"))
			.toList();
	}

	private List<Map<String, Object>> questions() {
		return questionLists().stream().flatMap(List::stream).toList();
	}

	private List<Map<String, Object>> settings() {
		return this.files.get("settings.yaml").stream().filter((one) -> one.containsKey("setting")).toList();
	}

	private List<Map<String, Object>> rules() {
		return RULES.stream()
			.flatMap((file) -> this.files.get(file).stream())
			.filter((one) -> !one.containsKey("setting"))
			.toList();
	}

	private List<Map<String, Object>> sets() {
		return rules().stream()
			.map((rule) -> map(rule, "then"))
			.filter((then) -> then.containsKey("set"))
			.map((then) -> map(then, "set"))
			.toList();
	}

	private <T> T one(List<T> all) {
		return all.get(this.random.nextInt(all.size()));
	}

	@SuppressWarnings("unchecked")
	private <T> List<T> list(Map<String, Object> from, String key) {
		Object value = from.get(key);
		return (value instanceof List<?> list) ? (List<T>) list : new ArrayList<>();
	}

	/** What is added to a map that was not there gets lost. */
	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(Map<String, Object> from, String key) {
		return (Map<String, Object>) from.getOrDefault(key, new LinkedHashMap<>());
	}

}
