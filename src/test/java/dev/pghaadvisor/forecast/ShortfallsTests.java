package dev.pghaadvisor.forecast;

import java.util.Map;
import java.util.Optional;

import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.Effect;
import dev.pghaadvisor.rules.Finding;
import dev.pghaadvisor.rules.RuleBook;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The availability of a year, held against what was promised, with the shipped rules. */
class ShortfallsTests {

	private static final RuleBook BOOK = RuleBook.bundled();

	@Test
	void whatIsAskedForByDefaultIsKept() {
		assertThat(missed(Map.of())).isEmpty();
		assertThat(missed(Map.of("availability", "best-effort", "team", "none"))).isEmpty();
	}

	@Test
	void aPromiseWithNobodyOnDutyIsMissedWithBothNumbersAndWhatWouldKeepIt() {
		Effect.Miss miss = missed(Map.of("team", "none")).orElseThrow();
		assertThat(miss.message()).matches(
				"With the usual assumptions a year has 99[.]\\d+ % at most, " + "less than the 99[.]9 % asked for[.]");
		assertThat(miss.change()).startsWith("Put a database administrator on call, which makes it 99.99")
			.endsWith("; or promise less.");
	}

	@Test
	void sharedHardwareIsMendedBySpreadingTheHosts() {
		assertThat(missed(Map.of("failure-domains", "shared")).orElseThrow().change())
			.startsWith("Spread the hosts so that they share nothing, which makes it 99.9");
		assertThat(missed(Map.of("failure-domains", "shared", "availability", "99.99")).orElseThrow().change())
			.startsWith("Spread the hosts so that they share nothing and put a database administrator on call");
	}

	@Test
	void fiveNinesAreNotKeptByAnybody() {
		assertThat(missed(Map.of("availability", "99.999", "team", "dba-on-call")).orElseThrow().change())
			.isEqualTo("Promise less.");
	}

	/** Four nights of 16 hours and a weekend of 64: see {@link Team}. */
	@Test
	void whoComesInOfficeHoursIsWaitedForMoreThanHalfADay() {
		assertThat(Team.GENERALIST.wait(Event.DISK_FULL) / 60).isBetween(15.0, 15.5);
		assertThat(Team.GENERALIST.wait(Event.MISTAKE)).isZero();
		assertThat(Team.DBA_ON_CALL.wait(Event.DISK_FULL)).isZero();
		assertThat(Team.NONE.wait(Event.DISK_FULL)).isEqualTo(3 * 24 * 60);
	}

	private static Optional<Effect.Miss> missed(Map<String, String> answers) {
		Advice advice = BOOK.advise(Answers.of(BOOK.questionnaire(), answers));
		return Shortfalls.availability(Parts.plan(advice, Inventory.example(Shape.of(advice))))
			.map(Finding::effect)
			.map(Effect.Miss.class::cast);
	}

}
