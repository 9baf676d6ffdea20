package dev.pghaadvisor.web.wizard;

import java.util.Map;

import dev.pghaadvisor.forecast.Assumptions;
import dev.pghaadvisor.forecast.Event;
import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link AssumptionForm}. */
class AssumptionFormTests {

	private static final ClusterPlan PLAN = plan();

	@Test
	void anEmptyLinkHasTheUsualNumbers() {
		AssumptionForm form = AssumptionForm.of(PLAN, new LinkedMultiValueMap<>());
		assertThat(form.assumptions()).isEqualTo(Assumptions.usual(PLAN));
		assertThat(form.carried()).isEmpty();
		assertThat(form.canonical()).isTrue();
		assertThat(form.changed()).isFalse();
		assertThat(form.wrong()).isEmpty();
		assertThat(form.groups()).hasSize(Event.values().length);
	}

	@Test
	void ownNumbersAreUsedAndStayInTheLink() {
		AssumptionForm form = of(Map.of("assume-crash", "0.5", "assume-mistake-minutes", "240"));
		assertThat(form.assumptions().perYear(Event.CRASH)).isEqualTo(0.5);
		assertThat(form.assumptions().minutes(Event.MISTAKE)).isEqualTo(240);
		assertThat(form.carried()).containsExactly(Map.entry("assume-crash", "0.5"),
				Map.entry("assume-mistake-minutes", "240"));
		assertThat(form.canonical()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "2", "2.0", "''", "' '" })
	void whatIsUsualAnywayLeavesTheLink(String typed) {
		AssumptionForm form = of(Map.of("assume-crash", typed));
		assertThat(form.carried()).isEmpty();
		assertThat(form.canonical()).isFalse();
		assertThat(form.wrong()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "03, 3", "3.50, 3.5", "' 3 ', 3" })
	void aNumberHasOneWayToBeWritten(String typed, String written) {
		AssumptionForm form = of(Map.of("assume-crash", typed));
		assertThat(form.carried()).containsExactly(Map.entry("assume-crash", written));
		assertThat(form.canonical()).isFalse();
		assertThat(of(form.carried()).canonical()).isTrue();
	}

	@Test
	void theSameNumberTwiceInALinkIsOneTooMany() {
		MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
		query.add("assume-crash", "3");
		query.add("assume-crash", "4");
		assertThat(AssumptionForm.of(PLAN, query).canonical()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "366.5", "often", "0,5", "1e3", "NaN", "1.2345", "99999999999", "<b>" })
	void whatIsNoNumberInTheRangeIsKeptAndNotCounted(String typed) {
		AssumptionForm form = of(Map.of("assume-crash", typed, "assume-mistake", "3"));
		assertThat(form.wrong()).singleElement().satisfies((field) -> {
			assertThat(field.value()).isEqualTo(typed);
			assertThat(field.error()).contains("usual 2", "from 0 to 366", "such as 0.5");
			assertThat(form.event(field)).isEqualTo(Event.CRASH.title());
		});
		assertThat(form.assumptions().perYear(Event.CRASH)).isEqualTo(2);
		assertThat(form.assumptions().perYear(Event.MISTAKE)).isEqualTo(3);
		assertThat(form.carried()).containsEntry("assume-crash", typed);
	}

	@Test
	void withoutAClusterNothingIsAskedAndNothingIsLost() {
		AssumptionForm form = AssumptionForm.of(null, query(Map.of("assume-crash", "7")));
		assertThat(form.groups()).isEmpty();
		assertThat(form.assumptions()).isNull();
		assertThat(form.carried()).containsExactly(Map.entry("assume-crash", "7"));
	}

	@Test
	void onlyKnownAssumptionsAreTakenOutOfALink() {
		MultiValueMap<String, String> rest = AssumptionForm
			.without(query(Map.of("assume-crash", "7", "assume-colour", "blue", "rto", "30s")));
		assertThat(rest).containsOnlyKeys("assume-colour", "rto");
	}

	private static AssumptionForm of(Map<String, String> query) {
		return AssumptionForm.of(PLAN, query(query));
	}

	private static MultiValueMap<String, String> query(Map<String, String> values) {
		MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
		values.forEach(query::add);
		return query;
	}

	private static ClusterPlan plan() {
		RuleBook book = RuleBook.bundled();
		Advice advice = book.advise(Answers.of(book.questionnaire(), Map.of()));
		return Parts.plan(advice, Inventory.example(Shape.of(advice)));
	}

}
