package dev.pghaadvisor.questionnaire;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class AnswersTests {

	private static final Questionnaire QUESTIONNAIRE = new Questionnaire(List.of(new Section("only", "Only",
			"The only one.", List.of(question("first", "b", "c"), question("second", "a", "a")))));

	@Test
	void whatIsLeftOutTakesItsDefault() {
		Answers answers = Answers.of(QUESTIONNAIRE, Map.of());
		assertThat(answers.answer("first").source()).isEqualTo(AnswerSource.DEFAULTED);
		assertThat(answers.option("first")).isEqualTo("b");
		assertThat(answers.given()).isEmpty();
	}

	@Test
	void notSureStandsForItsOptionAndIsKeptAsGiven() {
		Answers answers = Answers.of(QUESTIONNAIRE, Map.of("first", "not-sure"));
		assertThat(answers.answer("first").source()).isEqualTo(AnswerSource.ASSUMED);
		assertThat(answers.option("first")).isEqualTo("c");
		assertThat(answers.given()).containsExactly(Map.entry("first", "not-sure"));
	}

	@Test
	void givenAnswersReadBackAsTheSame() {
		Answers answers = Answers.of(QUESTIONNAIRE, Map.of("second", "b", "first", "a"));
		assertThat(answers.given()).containsExactly(Map.entry("first", "a"), Map.entry("second", "b"));
		assertThat(Answers.of(QUESTIONNAIRE, answers.given()).all()).isEqualTo(answers.all());
		assertThat(answers.with(Map.of("first", "b")).given()).containsOnlyKeys("second");
	}

	@Test
	void everythingWrongIsToldAtOnceWithTheNearestName() {
		InvalidAnswersException refused = catchThrowableOfType(InvalidAnswersException.class,
				() -> Answers.of(QUESTIONNAIRE, Map.of("frist", "a", "second", "d")));
		assertThat(refused.errors()).extracting(InputError::field).containsExactly("frist", "second");
		assertThat(refused.errors().get(0).message()).contains("'first'");
		assertThat(refused.errors().get(1).valid()).containsExactly("a", "b", "c", "not-sure");
	}

	@Test
	void hostileNamesAreShownShortAndWithoutControlCharacters() {
		InvalidAnswersException refused = catchThrowableOfType(InvalidAnswersException.class,
				() -> Answers.of(QUESTIONNAIRE, Map.of("x\n\u202e" + "y".repeat(10_000), "a")));
		assertThat(refused.errors().get(0).field()).startsWith("x??yyy").hasSizeLessThan(70);
	}

	private static Question question(String id, String standard, String notSure) {
		List<Option> options = List.of(new Option("a", "A", "1."), new Option("b", "B", "2."),
				new Option("c", "C", "3."));
		return new Question(id, "only", "What?", "Because.", Question.Kind.DEMAND, false, options, standard,
				new NotSure(notSure, "It is stricter."));
	}

}
