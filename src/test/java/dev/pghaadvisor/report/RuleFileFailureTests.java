package dev.pghaadvisor.report;

import java.nio.file.Path;

import dev.pghaadvisor.AdvisorApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

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
		assertThatException().isThrownBy(() -> SpringApplication.run(AdvisorApplication.class,
				"--advisor.rules=" + folder, "--server.port=0", "--spring.datasource.url=jdbc:h2:mem:broken-rules"));
		assertThat(output).contains("The rule files cannot be used:", "questionnaire.yaml", "docs/add-a-rule.md")
			.doesNotContain("\tat dev.pghaadvisor");
	}

}
