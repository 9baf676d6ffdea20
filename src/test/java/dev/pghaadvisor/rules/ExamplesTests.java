package dev.pghaadvisor.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.yaml.Fields;
import dev.pghaadvisor.yaml.Problems;
import dev.pghaadvisor.yaml.YamlFile;
import dev.pghaadvisor.yaml.YamlNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs the examples that stand beside the rules. */
class ExamplesTests {

	private static final RuleBook BOOK = RuleBook.bundled();

	private record Example(String file, String rule, Map<String, String> answers, boolean hit) {
	}

	@TestFactory
	Stream<DynamicTest> rulesFireAsTheirExamplesSay() throws IOException {
		return examples().stream()
			.map((example) -> DynamicTest.dynamicTest(
					example.rule() + (example.hit() ? " fires for " : " does not fire for ") + example.answers(),
					() -> assertThat(fired(example.answers()).contains(example.rule())).as(example.toString())
						.isEqualTo(example.hit())));
	}

	@Test
	void everyRuleHasAHitAndUnlessItAlwaysFiresAMiss() throws IOException {
		for (Rule rule : BOOK.rules()) {
			String file = rule.file().replace(".yaml", ".examples.yaml");
			List<Boolean> kinds = examples().stream()
				.filter((example) -> example.rule().equals(rule.id()) && example.file().equals(file))
				.map(Example::hit)
				.toList();
			boolean always = rule.when().isEmpty() && rule.design().isEmpty();
			assertThat(kinds).as(rule.id()).contains(true);
			assertThat(kinds.contains(false)).as(rule.id()).isEqualTo(!always);
		}
	}

	@Test
	void everyExampleNamesARule() throws IOException {
		assertThat(BOOK.rules()).extracting(Rule::id)
			.containsAll(examples().stream().map(Example::rule).distinct().toList());
	}

	@Test
	void whatIsNotGeneratedYetIsListedHereAndNowhereElse() {
		assertThat(BOOK.rules()).filteredOn((rule) -> rule.id().endsWith("-by-hand"))
			.extracting(Rule::id)
			.containsExactly("pooling-by-hand", "many-connections-by-hand", "traffic-control-by-hand",
					"backups-by-hand", "encryption-by-hand", "watchdog-by-hand", "second-site-by-hand");
		assertThat(BOOK.rules()).allSatisfy((rule) -> assertThat(rule.effects())
			.allSatisfy((effect) -> assertThat(effect.detail().startsWith("Not generated yet"))
				.isEqualTo(rule.id().endsWith("-by-hand"))));
	}

	private static Set<String> fired(Map<String, String> answers) {
		Set<String> fired = new LinkedHashSet<>();
		BOOK.advise(Answers.of(BOOK.questionnaire(), answers)).findings().forEach((one) -> fired.add(one.rule()));
		return fired;
	}

	private static List<Example> examples() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("rules"))) {
			return files.filter((file) -> file.toString().endsWith(".examples.yaml"))
				.sorted()
				.flatMap((file) -> read(file).stream())
				.toList();
		}
	}

	private static List<Example> read(Path file) {
		try {
			Problems problems = new Problems();
			String name = file.getFileName().toString();
			YamlNode root = Objects.requireNonNull(YamlFile.read(name, Files.readString(file), problems));
			List<Example> examples = Fields.items(root, problems)
				.stream()
				.map((node) -> Fields.of(node, problems, "rule", "fires", "does-not-fire"))
				.flatMap((fields) -> Stream.of("fires", "does-not-fire")
					.filter(fields::has)
					.map((kind) -> new Example(name, fields.text("rule", "a rule"),
							answers(Objects.requireNonNull(fields.node(kind)), problems), kind.equals("fires"))))
				.toList();
			assertThat(problems.shown()).isEmpty();
			return examples;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, String> answers(YamlNode node, Problems problems) {
		Map<String, String> answers = new HashMap<>();
		Fields.open(node, problems).nodes().forEach((key, value) -> answers.put(key, Fields.text(value, problems)));
		return answers;
	}

}
