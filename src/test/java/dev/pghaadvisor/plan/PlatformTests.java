package dev.pghaadvisor.plan;

import java.util.Map;
import java.util.stream.Stream;

import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.questionnaire.Option;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.RuleBook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link Platform} and the rules that lead to one. */
class PlatformTests {

	private static final RuleBook BOOK = RuleBook.bundled();

	static Stream<String> offered() {
		return BOOK.questionnaire()
			.questions()
			.stream()
			.filter((question) -> question.id().equals("platform"))
			.flatMap((question) -> question.options().stream())
			.map(Option::id);
	}

	/** Without its rule an option would quietly get the files of another release. */
	@ParameterizedTest
	@MethodSource("offered")
	void whoAnswersWithAPlatformGetsItsFilesOrNone(String answer) {
		Advice advice = BOOK.advise(Answers.of(BOOK.questionnaire(), Map.of("platform", answer)));
		if (advice.design() == null) {
			assertThat(advice.blockers()).isNotEmpty();
		}
		else {
			assertThat(Shape.of(advice).platform().id()).isEqualTo(answer);
		}
	}

	@ParameterizedTest
	@EnumSource(Platform.class)
	void everyPlatformIsOffered(Platform platform) {
		assertThat(offered()).contains(platform.id());
	}

}
