package dev.pghaadvisor.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.pghaadvisor.advice.KnownChoices;
import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Values;
import dev.pghaadvisor.yaml.Fields;
import dev.pghaadvisor.yaml.Problems;
import dev.pghaadvisor.yaml.YamlFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Each folder holds what differs from the folder "valid" and the message that an author
 * reads; with a change.yaml it differs from the shipped rules in that one text. Run with
 * -Dgoldens=update to write the messages anew, then review them.
 */
class BrokenRulesTests {

	private static final Path CASES = Path.of("src/test/resources/broken-rules");

	/** What code would read if it were written for the folder "valid". */
	private static final List<Choice<?>> KNOWN = List.of(
			new Choice.Asked<>("availability", Values.of(Map.of("best-effort", 0, "99.9", 1, "99.99", 2))),
			new Choice.Ruled<>("ttl", Values.numbers(20, 3600)));

	private static final String ROOM = "pooler.yaml";

	@TempDir
	Path folder;

	@TestFactory
	Stream<DynamicTest> brokenRuleFilesAreRefusedWithTheMessageWrittenDown() throws IOException {
		return list(CASES).stream()
			.filter((broken) -> !broken.getFileName().toString().equals("valid"))
			.map((broken) -> DynamicTest.dynamicTest(broken.getFileName().toString(), () -> check(broken)));
	}

	@Test
	void theFilesTheyDifferFromAreValid() throws Exception {
		assertThat(RuleBook.load(CASES.resolve("valid"), KNOWN, List.of()).rules()).hasSize(3);
	}

	@Test
	void theBundledFilesLoadFromTheirFolderAsTheyDoFromTheJar() throws Exception {
		assertThat(RuleBook.load(Path.of("rules"), KnownChoices.ALL).version()).isEqualTo(RuleBook.bundled().version())
			.matches("[0-9a-f]{16}");
		assertThat(RuleBook.load(CASES.resolve("valid"), KNOWN, List.of()).version())
			.isNotEqualTo(RuleBook.bundled().version());
	}

	private void check(Path broken) throws IOException {
		Path target = Files.createDirectory(this.folder.resolve(broken.getFileName()));
		boolean shipped = Files.exists(broken.resolve("change.yaml"));
		copy(shipped ? Path.of("rules") : CASES.resolve("valid"), target);
		if (shipped) {
			change(target, broken.resolve("change.yaml"));
		}
		else {
			copy(broken, target);
		}
		List<String> rooms = shipped ? RuleFiles.ROOMS : Files.exists(broken.resolve(ROOM)) ? List.of(ROOM) : List.of();
		RuleFileException refused = catchThrowableOfType(RuleFileException.class,
				() -> RuleBook.load(target, shipped ? KnownChoices.ALL : KNOWN, rooms));
		assertThat(refused).isNotNull();
		String message = refused.getMessage() + "\n";
		Path expected = broken.resolve("expected.txt");
		if ("update".equals(System.getProperty("goldens"))
				&& (!Files.exists(expected) || file(Files.readString(expected)).equals(file(message)))) {
			Files.writeString(expected, message);
		}
		assertThat(message).isEqualTo(Files.readString(expected));
	}

	/** Another fault in another file is not taken for the one that the case is about. */
	private static String file(String message) {
		return message.split(":", 2)[0];
	}

	private static void copy(Path from, Path to) throws IOException {
		for (Path file : list(from)) {
			if (!file.endsWith("expected.txt")) {
				Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}

	private static void change(Path folder, Path change) throws IOException {
		Problems problems = new Problems();
		Fields fields = Fields.of(
				Objects.requireNonNull(YamlFile.read("change.yaml", Files.readString(change), problems)), problems,
				"file", "text", "instead");
		Path file = folder.resolve(fields.text("file", "a rule file"));
		String before = Files.readString(file);
		String after = before.replace(fields.text("text", "what stands there"),
				fields.text("instead", "what is wrong with it"));
		assertThat(problems.shown()).isEmpty();
		assertThat(after).isNotEqualTo(before);
		Files.writeString(file, after);
	}

	private static List<Path> list(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList();
		}
	}

}
