package dev.pghaadvisor.advice;

import java.util.Map;
import java.util.stream.Stream;

import dev.pghaadvisor.forecast.Measurements;
import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.rules.Effect;
import dev.pghaadvisor.rules.Finding;
import dev.pghaadvisor.rules.Preset;
import dev.pghaadvisor.rules.RuleBook;
import dev.pghaadvisor.rules.Situation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules recommend what a senior DBA would, and say what has to be said. */
class SituationsTests {

	private static final RuleBook BOOK = RuleBook.bundled();

	private static final Advisor ADVISOR = new Advisor(BOOK, Measurements.bundled());

	static Stream<Situation> situations() {
		return BOOK.situations().stream();
	}

	static Stream<Map<String, String>> presets() {
		return Stream.concat(Stream.of(Map.of()), BOOK.presets().stream().map(Preset::answers));
	}

	@ParameterizedTest
	@MethodSource("situations")
	void whatIsRecommendedIsWhatADbaWouldRecommend(Situation situation) {
		Consultation consultation = ADVISOR.consult(situation.answers(), Map.of());
		String blocked = situation.expected().get(Situation.BLOCKED);
		if (blocked != null) {
			assertThat(consultation.advice().blockers()).as(situation.title())
				.extracting(Finding::rule)
				.containsExactly(blocked);
			return;
		}
		assertThat(consultation.advice().blockers()).as(situation.title()).isEmpty();
		assertThat(consultation.advice().settings().asMap()).as(situation.title())
			.containsAllEntriesOf(situation.expected());
		assertThat(consultation.warnings()).as(situation.title())
			.extracting(Finding::rule)
			.containsAll(situation.says());
	}

	@Test
	void thereAreSituationsOfEveryKind() {
		assertThat(BOOK.situations()).hasSizeGreaterThanOrEqualTo(30);
		assertThat(situations().map((one) -> String.valueOf(one.expected().get("footprint"))).distinct())
			.contains("simple-2w", "simple-3", "simple-6", "full-2w", "full-3", "full-5", "full-8", "null");
		assertThat(situations().map((one) -> String.valueOf(one.expected().get("entry"))).distinct())
			.contains(Stream.of(Entry.values()).map(Entry::id).toArray(String[]::new));
	}

	@ParameterizedTest
	@MethodSource("presets")
	void noWishIsMissedByTheDefaultsNorByAnyPreset(Map<String, String> answers) {
		assertThat(ADVISOR.consult(answers, Map.of()).warnings())
			.filteredOn((finding) -> finding.effect() instanceof Effect.Miss)
			.as(answers.toString())
			.isEmpty();
	}

}
