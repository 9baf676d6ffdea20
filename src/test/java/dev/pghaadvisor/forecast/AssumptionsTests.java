package dev.pghaadvisor.forecast;

import java.util.EnumMap;
import java.util.Map;

import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.Footprint;
import dev.pghaadvisor.plan.Platform;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.rules.Design;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Tests for {@link Assumptions}. */
class AssumptionsTests {

	private static final Assumptions USUAL = Assumptions.usual(ForecastsTests.shape(Design.SIMPLE), Team.DBA_ON_CALL,
			FailureDomains.UNKNOWN);

	@ParameterizedTest
	@EnumSource(Event.class)
	void everyEventSaysWhyItsNumbersAreUsualAndThatNobodyCountedThem(Event event) {
		assertThat(event.because()).startsWith("Judgement: ").endsWith(".");
		assertThat(event.id()).matches("[a-z-]+");
		assertThat(USUAL.perYear(event)).isPositive();
		assertThat(USUAL.minutes(event) > 0).isEqualTo(event.people());
	}

	@Test
	void twoHostsAreRarerToBeEnoughWhereEtcdHasHostsOfItsOwn() {
		assertThat(USUAL.perYear(Event.TWO_HOSTS)).isEqualTo(0.05);
		assertThat(of(Footprint.FULL_5).perYear(Event.TWO_HOSTS)).isEqualTo(0.05);
		assertThat(of(Footprint.FULL_8).perYear(Event.TWO_HOSTS)).isEqualTo(0.01);
	}

	@ParameterizedTest
	@ValueSource(doubles = { -1, -0.001, 366.001, Double.NaN, Double.POSITIVE_INFINITY })
	void timesOutOfRangeAreRefused(double perYear) {
		Map<Event, Double> changed = new EnumMap<>(USUAL.perYear());
		changed.put(Event.CRASH, perYear);
		assertThatIllegalArgumentException().isThrownBy(() -> new Assumptions(changed, USUAL.minutes()))
			.withMessageContaining("crash")
			.withMessageContaining("from 0 to 366");
	}

	@ParameterizedTest
	@ValueSource(doubles = { -1, 10_081, Double.NaN })
	void minutesOutOfRangeAreRefused(double minutes) {
		Map<Event, Double> changed = new EnumMap<>(USUAL.minutes());
		changed.put(Event.MISTAKE, minutes);
		assertThatIllegalArgumentException().isThrownBy(() -> new Assumptions(USUAL.perYear(), changed))
			.withMessageContaining("from 0 to 10080");
	}

	@Test
	void theEndsOfTheRangesAreAllowed() {
		Map<Event, Double> perYear = new EnumMap<>(USUAL.perYear());
		perYear.put(Event.CRASH, 0.0);
		perYear.put(Event.SWITCHOVER, 366.0);
		assertThat(new Assumptions(perYear, USUAL.minutes()).perYear(Event.CRASH)).isZero();
	}

	@Test
	void aMissingNumberAndOneTooManyAreRefused() {
		Map<Event, Double> lacking = new EnumMap<>(USUAL.perYear());
		lacking.remove(Event.CRASH);
		assertThatIllegalArgumentException().isThrownBy(() -> new Assumptions(lacking, USUAL.minutes()))
			.withMessage("crash lacks a number");
		Map<Event, Double> more = new EnumMap<>(USUAL.minutes());
		more.put(Event.CRASH, 1.0);
		assertThatIllegalArgumentException().isThrownBy(() -> new Assumptions(USUAL.perYear(), more))
			.withMessage("crash has a number too many");
	}

	private static Assumptions of(Footprint footprint) {
		return Assumptions.usual(new Shape(Design.FULL, footprint, Entry.KEEPALIVED, Platform.DEBIAN_13),
				Team.DBA_ON_CALL, FailureDomains.UNKNOWN);
	}

}
