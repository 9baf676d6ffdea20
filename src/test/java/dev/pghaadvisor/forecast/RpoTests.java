package dev.pghaadvisor.forecast;

import java.util.Map;
import java.util.Optional;

import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.Finding;
import dev.pghaadvisor.rules.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What may be lost, held against what was allowed, with the shipped rules. */
class RpoTests {

	@ParameterizedTest
	@CsvSource({ "low, 31 s", "moderate, 31 s", "heavy, 31 s" })
	void secondsCannotBePromisedWithoutASynchronousStandby(String writeLoad, String bound) {
		Finding finding = shortfall(Map.of("rpo", "seconds", "write-load", writeLoad)).orElseThrow();
		assertThat(finding.message()).contains("may cost " + bound, "10 s allowed");
		assertThat(finding.because()).contains("the bound is maximum_lag_on_failover");
	}

	@Test
	void minutesAndNoLossAreKept() {
		assertThat(shortfall(Map.of("rpo", "minutes", "write-load", "heavy"))).isEmpty();
		assertThat(shortfall(Map.of("rpo", "zero"))).isEmpty();
	}

	private static Optional<Finding> shortfall(Map<String, String> answers) {
		RuleBook book = RuleBook.bundled();
		Advice advice = book.advise(Answers.of(book.questionnaire(), answers));
		return Forecasts.rpoShortfall(Parts.plan(advice, Inventory.example(Shape.of(advice))));
	}

}
