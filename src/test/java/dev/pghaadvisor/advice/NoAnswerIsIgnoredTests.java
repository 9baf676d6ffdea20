package dev.pghaadvisor.advice;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.pghaadvisor.bundle.Pairwise;
import dev.pghaadvisor.forecast.Measurements;
import dev.pghaadvisor.questionnaire.Option;
import dev.pghaadvisor.questionnaire.Question;
import dev.pghaadvisor.rules.Finding;
import dev.pghaadvisor.rules.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What nobody would see in any report should not be asked. */
class NoAnswerIsIgnoredTests {

	private static final RuleBook BOOK = RuleBook.bundled();

	private static final Advisor ADVISOR = new Advisor(BOOK, Measurements.bundled());

	private static final List<Map<String, String>> ANSWERS = Pairwise.of(BOOK.questionnaire());

	static Stream<Question> questions() {
		return BOOK.questionnaire().questions().stream();
	}

	@ParameterizedTest
	@MethodSource("questions")
	void everyOptionChangesWhatSomebodySees(Question question) {
		List<Option> options = question.options();
		for (int option = 1; option < options.size(); option++) {
			String one = options.get(option - 1).id();
			String other = options.get(option).id();
			assertThat(ANSWERS).as(question.id() + ": " + one + " or " + other)
				.anyMatch((answers) -> !seen(ADVISOR, answers, question, one)
					.equals(seen(ADVISOR, answers, question, other)));
		}
	}

	@Test
	void aQuestionThatNothingReadsIsFound(@TempDir Path folder) throws Exception {
		try (Stream<Path> files = Files.list(Path.of("rules"))) {
			for (Path file : files.toList()) {
				Files.copy(file, folder.resolve(file.getFileName()));
			}
		}
		Files.writeString(folder.resolve("questionnaire.yaml"), """
				    - id: colour
				      kind: circumstance
				      text: Which colour do the hosts have?
				      why: Nobody knows.
				      options:
				        - { id: blue, label: Blue, meaning: "1 colour." }
				        - { id: green, label: Green, meaning: "1 colour." }
				      default: blue
				      not-sure: { option: blue, because: "It does not matter." }
				""", StandardOpenOption.APPEND);
		RuleBook book = RuleBook.load(folder, KnownChoices.ALL);
		Advisor advisor = new Advisor(book, Measurements.bundled());
		Question colour = book.questionnaire().question("colour");
		assertThat(ANSWERS).allMatch(
				(answers) -> seen(advisor, answers, colour, "blue").equals(seen(advisor, answers, colour, "green")));
	}

	/** What is recommended and why, configured, warned of and counted. */
	private static List<Object> seen(Advisor advisor, Map<String, String> answers, Question question, String option) {
		Map<String, String> changed = new HashMap<>(answers);
		changed.put(question.id(), option);
		Consultation consultation = advisor.consult(changed, Map.of());
		return List.of(consultation.advice().verdict(),
				consultation.advice().findings().stream().map(Finding::rule).toList(),
				consultation.ladder().stream().map((rung) -> rung.availability().budgetSeconds()).toList(),
				consultation.advice().settings().asMap(),
				consultation.warnings().stream().map(Finding::message).toList(),
				consultation.advice().blockers().stream().map(Finding::message).toList(),
				consultation.ladder().stream().map((rung) -> rung.shape().id()).toList(),
				(consultation.plan() != null) ? consultation.plan().postgres().settings() : List.of());
	}

}
