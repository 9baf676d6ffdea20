package dev.pghaadvisor.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Each folder holds what differs from the folder "valid" and the message that an author
 * reads. Run with -Dgoldens=update to write the messages anew, then review them.
 */
class BrokenRulesTests {

	private static final Path CASES = Path.of("src/test/resources/broken-rules");

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
		assertThat(RuleBook.load(CASES.resolve("valid")).rules()).hasSize(3);
	}

	@Test
	void theBundledFilesLoadFromTheirFolderAsTheyDoFromTheJar() throws Exception {
		assertThat(RuleBook.load(Path.of("rules")).version()).isEqualTo(RuleBook.bundled().version())
			.matches("[0-9a-f]{16}");
		assertThat(RuleBook.load(CASES.resolve("valid")).version()).isNotEqualTo(RuleBook.bundled().version());
	}

	private void check(Path broken) throws IOException {
		Path target = Files.createDirectory(this.folder.resolve(broken.getFileName()));
		for (Path file : list(CASES.resolve("valid"))) {
			Files.copy(file, target.resolve(file.getFileName()));
		}
		for (Path file : list(broken)) {
			if (!file.endsWith("expected.txt")) {
				Files.deleteIfExists(target.resolve(file.getFileName()));
				Files.copy(file, target.resolve(file.getFileName()));
			}
		}
		RuleFileException refused = catchThrowableOfType(RuleFileException.class, () -> RuleBook.load(target));
		assertThat(refused).isNotNull();
		String message = refused.getMessage() + "\n";
		Path expected = broken.resolve("expected.txt");
		if ("update".equals(System.getProperty("goldens"))) {
			Files.writeString(expected, message);
		}
		assertThat(message).isEqualTo(Files.readString(expected));
	}

	private static List<Path> list(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList();
		}
	}

}
