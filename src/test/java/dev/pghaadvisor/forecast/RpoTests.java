package dev.pghaadvisor.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.pghaadvisor.advice.KnownChoices;
import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.Finding;
import dev.pghaadvisor.rules.RuleBook;
import dev.pghaadvisor.rules.RuleFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What may be lost, held against what was allowed, with the shipped rules. */
class RpoTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "low", "moderate", "heavy" })
	void secondsArePromisedWithoutASynchronousStandby(String writeLoad) {
		assertThat(shortfall(Map.of("rpo", "seconds", "write-load", writeLoad))).isEmpty();
	}

	@Test
	void aSettingThatLetsMoreBeLostIsToldWithBothNumbers() throws IOException, RuleFileException {
		try (Stream<Path> files = Files.list(Path.of("rules"))) {
			for (Path file : files.toList()) {
				Files.copy(file, this.folder.resolve(file.getFileName()));
			}
		}
		Path settings = this.folder.resolve("settings.yaml");
		Files.writeString(settings, Files.readString(settings)
			.replace("maximum-lag-on-failover: \"10485760\"", "maximum-lag-on-failover: \"1073741824\""));
		RuleBook book = RuleBook.load(this.folder, KnownChoices.ALL);
		Finding finding = shortfall(book, Map.of("rpo", "seconds")).orElseThrow();
		assertThat(finding.message()).contains("may cost 132 s", "60 s allowed");
		assertThat(finding.because()).contains("the bound is maximum_lag_on_failover");
	}

	@Test
	void minutesAndNoLossAreKept() {
		assertThat(shortfall(Map.of("rpo", "minutes", "write-load", "heavy"))).isEmpty();
		assertThat(shortfall(Map.of("rpo", "zero"))).isEmpty();
	}

	private static Optional<Finding> shortfall(Map<String, String> answers) {
		return shortfall(RuleBook.bundled(), answers);
	}

	private static Optional<Finding> shortfall(RuleBook book, Map<String, String> answers) {
		Advice advice = book.advise(Answers.of(book.questionnaire(), answers));
		return Shortfalls.rpo(Parts.plan(advice, Inventory.example(Shape.of(advice))));
	}

}
