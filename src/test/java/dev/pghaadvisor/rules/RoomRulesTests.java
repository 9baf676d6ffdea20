package dev.pghaadvisor.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Question;
import dev.pghaadvisor.questionnaire.Values;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A file that holds all that one option brings: question, setting and rules. */
class RoomRulesTests {

	private static final Choice.Ruled<Boolean> POOLER = new Choice.Ruled<>("pooler",
			Values.of(Map.of("on", true, "off", false)));

	private static final List<Choice<?>> KNOWN = List.of(POOLER, new Choice.Ruled<>("ttl", Values.numbers(20, 3600)));

	@TempDir
	Path folder;

	@BeforeEach
	void aFolderWithARoom() throws IOException {
		for (String from : List.of("broken-rules/valid", "rooms")) {
			try (Stream<Path> files = Files.list(Path.of("src/test/resources", from))) {
				for (Path file : files.toList()) {
					Files.copy(file, this.folder.resolve(file.getFileName()));
				}
			}
		}
	}

	@Test
	void itsQuestionStandsWhereItSays() throws RuleFileException {
		assertThat(load().questionnaire().sections().get(0).questions()).extracting(Question::id)
			.containsExactly("availability", "pooler", "reads");
	}

	@Test
	void itsRulesSetItsSettingAndWarn() throws RuleFileException {
		RuleBook book = load();
		Advice with = book.advise(Answers.of(book.questionnaire(), Map.of("pooler", "wanted")));
		Chosen<Boolean> chosen = with.settings().get(POOLER);
		assertThat(chosen.value()).isTrue();
		assertThat(chosen.reason().rule()).isEqualTo("wanted-pooler");
		assertThat(with.warnings()).extracting(Finding::message).contains("It is new.");
		assertThat(book.rules()).filteredOn((rule) -> rule.id().equals("wanted-pooler"))
			.extracting(Rule::file)
			.containsExactly("pooler.yaml");
	}

	@Test
	void withoutItsAnswerItDoesNothing() throws RuleFileException {
		RuleBook book = load();
		Advice without = book.advise(Answers.of(book.questionnaire(), Map.of()));
		assertThat(without.settings().value(POOLER)).isFalse();
		assertThat(without.findings()).extracting(Finding::rule).doesNotContain("wanted-pooler");
	}

	@Test
	void aFolderThatNobodyExpectsARoomInRefusesIt() {
		assertThatExceptionOfType(RuleFileException.class).isThrownBy(() -> RuleBook.load(this.folder, KNOWN))
			.withMessageContaining("pooler.yaml: Unknown rule file");
	}

	private RuleBook load() throws RuleFileException {
		return RuleBook.load(this.folder, KNOWN, List.of("pooler.yaml"));
	}

}
