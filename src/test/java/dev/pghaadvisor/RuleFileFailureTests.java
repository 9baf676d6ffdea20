package dev.pghaadvisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** Tests for {@link RuleFileFailure}. */
@ExtendWith(OutputCaptureExtension.class)
class RuleFileFailureTests {

	@Test
	void aFolderWithoutRulesStopsTheStartWithWordsInsteadOfAStackTrace(@TempDir Path folder, CapturedOutput output) {
		start(folder);
		assertThat(output).contains("The rule files cannot be used:", "questionnaire.yaml", "docs/add-a-rule.md")
			.doesNotContain("\tat dev.pghaadvisor");
	}

	@Test
	void aFolderThatIsNotThereIsNamed(@TempDir Path folder, CapturedOutput output) {
		start(folder.resolve("nowhere"));
		assertThat(output).contains("There is no folder " + folder.resolve("nowhere"));
	}

	@ParameterizedTest
	@CsvSource({ "default: \"30\",default: \"20\"", "- setting: loop-wait,- setting: loop-weight" })
	void settingsThatDoNotFitTogetherAreFoundAtTheStart(String right, String wrong, @TempDir Path folder,
			CapturedOutput output) throws IOException {
		try (Stream<Path> files = Files.list(Path.of("rules"))) {
			for (Path file : files.toList()) {
				Files.copy(file, folder.resolve(file.getFileName()));
			}
		}
		Path settings = folder.resolve("settings.yaml");
		String text = Files.readString(settings);
		assertThat(text).contains(right);
		Files.writeString(settings, text.replaceFirst(Pattern.quote(right), wrong));
		start(folder);
		assertThat(output).contains("The rule files cannot be used:").doesNotContain("\tat dev.pghaadvisor");
	}

	private static void start(Path rules) {
		assertThatException().isThrownBy(() -> SpringApplication.run(AdvisorApplication.class,
				"--advisor.rules=" + rules, "--server.port=0", "--spring.datasource.url=jdbc:h2:mem:broken-rules"));
	}

}
