package dev.pghaadvisor.advice;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.pghaadvisor.bundle.Pairwise;
import dev.pghaadvisor.forecast.Measurements;
import dev.pghaadvisor.plan.Footprint;
import dev.pghaadvisor.rules.RuleBook;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link Ladder}. */
class LadderTests {

	/** Two ways of computing the same may differ in the last bits. */
	private static final double ROUNDING = 1e-6;

	private static final RuleBook BOOK = RuleBook.bundled();

	private static final Advisor ADVISOR = new Advisor(BOOK, Measurements.bundled());

	@Test
	void itHasTheRecommendedSizeAndGrowsInHostsAndServices() {
		consultations().forEach((consultation) -> {
			List<Rung> ladder = consultation.ladder();
			assertThat(ladder).as(consultation.given().toString())
				.extracting((rung) -> rung.shape().footprint())
				.contains(consultation.advice().settings().value(Footprint.CHOICE));
			for (int step = 1; step < ladder.size(); step++) {
				Rung rung = ladder.get(step);
				Rung before = ladder.get(step - 1);
				assertThat(rung.hosts()).isGreaterThanOrEqualTo(before.hosts());
				// Two routers apart are one service less than one on each of three hosts.
				assertThat(rung.hosts() > before.hosts() || rung.services() > before.services())
					.as(consultation.given().toString())
					.isTrue();
			}
		});
	}

	@Test
	void noStepUpMakesAYearWorseButToTheSizeThatIsRecommended() {
		consultations().forEach((consultation) -> {
			List<Rung> ladder = consultation.ladder();
			for (int step = 1; step < ladder.size(); step++) {
				if (ladder.get(step).shape().footprint() == recommended(consultation)) {
					continue;
				}
				assertThat(ladder.get(step).secondsPerYear())
					.as("%s after %s with %s", ladder.get(step).shape().id(), ladder.get(step - 1).shape().id(),
							consultation.given())
					.isLessThanOrEqualTo(ladder.get(step - 1).secondsPerYear() + ROUNDING);
			}
		});
	}

	@Test
	void aSizeThatAnswersRuleOutIsNoStep() {
		assertThat(sizes(Map.of())).containsExactly("simple-2w", "simple-3", "full-3", "full-5", "full-8");
		assertThat(sizes(Map.of("hosts", "three"))).containsExactly("simple-2w", "simple-3", "full-3");
		assertThat(sizes(Map.of("hosts", "two-and-witness"))).containsExactly("simple-2w", "full-2w");
		assertThat(sizes(Map.of("routing", "advanced"))).containsExactly("full-3", "full-5", "full-8");
		assertThat(sizes(Map.of("host-failures", "two"))).containsExactly("simple-6", "full-8");
		assertThat(sizes(Map.of("hosts", "two"))).isEmpty();
	}

	private static Footprint recommended(Consultation consultation) {
		return Objects.requireNonNull(consultation.plan()).shape().footprint();
	}

	private static List<String> sizes(Map<String, String> answers) {
		return ADVISOR.consult(answers, Map.of())
			.ladder()
			.stream()
			.map((rung) -> rung.shape().footprint().id())
			.toList();
	}

	private static Stream<Consultation> consultations() {
		return Pairwise.of(BOOK.questionnaire())
			.stream()
			.map((answers) -> ADVISOR.consult(answers, Map.of()))
			.filter(Consultation::hasBundle);
	}

}
