package dev.pghaadvisor.forecast;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.pghaadvisor.forecast.Availability.Term;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.PatroniTimers;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.plan.Synchronous;
import dev.pghaadvisor.questionnaire.Named;
import dev.pghaadvisor.rules.Design;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Tests for {@link Availability}. */
class AvailabilityTests {

	@ParameterizedTest
	@CsvSource({ "99.9, 31536", "99.95, 15768", "99.99, 3153.6", "99.999, 315.36", "best-effort, 0" })
	void theBudgetIsThatOfAYear(String target, double seconds) {
		assertThat(of(target, Design.SIMPLE).budgetSeconds()).isCloseTo(seconds, within(0.01));
	}

	@Test
	void theSumIsThatOfItsTerms() {
		Availability availability = of("99.99", Design.FULL);
		double all = availability.terms().stream().mapToDouble((term) -> term.perYear() * term.seconds()).sum();
		assertThat(availability.machineSeconds() + availability.peopleSeconds()).isCloseTo(all, within(0.001));
		assertThat(availability.peopleSeconds()).isCloseTo(0.01 * 3600 + 0.05 * 900 + 0.1 * 3600 + 0.5 * 1800,
				within(0.001));
	}

	@Test
	void whatPeopleRepairWeighsMoreThanWhatTheClusterDoes() {
		for (Design design : Design.values()) {
			Availability availability = of("99.99", design);
			assertThat(availability.peopleSeconds()).isGreaterThan(5 * availability.machineSeconds());
		}
	}

	@Test
	void fiveNinesDoNotFitAndThreeDo() {
		assertThat(of("99.999", Design.FULL).fits()).isFalse();
		assertThat(of("99.9", Design.SIMPLE).fits()).isTrue();
		assertThat(of("best-effort", Design.SIMPLE).fits()).isTrue();
	}

	@Test
	void thePlansOwnAnswerIsTheTarget() {
		Availability availability = Availability.of(ForecastsTests.plan(Design.FULL, Map.of(), "60s"));
		assertThat(availability.target()).isEqualTo("99.9");
		assertThat(availability.percent()).startsWith("99.99");
	}

	@Test
	void aReadersNumbersTakeThePlaceOfTheUsualOnes() {
		ClusterPlan plan = ForecastsTests.plan(Design.FULL, Map.of(), "60s");
		Assumptions usual = Assumptions.usual(plan);
		Map<Event, Double> perYear = new EnumMap<>(usual.perYear());
		perYear.put(Event.LEADER_LOST, 10.0);
		Map<Event, Double> minutes = new EnumMap<>(usual.minutes());
		minutes.put(Event.MISTAKE, 600.0);
		Availability own = Availability.of(plan, new Assumptions(perYear, minutes));
		Availability others = Availability.of(plan);
		assertThat(own.machineSeconds() - others.machineSeconds())
			.isCloseTo(8 * others.terms().get(Event.LEADER_LOST.ordinal()).seconds(), within(0.001));
		assertThat(own.peopleSeconds() - others.peopleSeconds()).isCloseTo(0.5 * 570 * 60, within(0.001));
		assertThat(Availability.of(plan, usual)).isEqualTo(others);
	}

	@ParameterizedTest
	@CsvSource({ "0, 100", "0.01, 99.999", "24.1, 99.995", "1000, 99.8", "1030, 99.8", "20000, 96.1", "999999, 0" })
	void theSumIsNeverRoundedUpNorMorePreciseThanAssumptionsAre(double minutes, String percent) {
		assertThat(new Availability("99.9", 0, List.of(new Term("", 1, minutes * 60, true))).percent())
			.isEqualTo(percent);
	}

	private static Availability of(String target, Design design) {
		Shape shape = ForecastsTests.shape(design);
		return Availability.of(Named.of(Promise.class, target),
				Forecasts.of(shape, new PatroniTimers(20, 5, 5, 0), new Synchronous(true, 1), 10),
				Assumptions.usual(shape, Team.DBA_ON_CALL, FailureDomains.UNKNOWN));
	}

}
