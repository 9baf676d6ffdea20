package dev.pghaadvisor.parts;

import java.util.List;
import java.util.stream.Stream;

import dev.pghaadvisor.plan.BrokenInvariantException;
import dev.pghaadvisor.plan.Invariant;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Breaks every invariant of a room once and reads its message. */
public abstract class InvariantsTestBase {

	/** The invariants of the room. */
	protected abstract List<Invariant> invariants();

	/** One way to break each. */
	protected abstract List<Break> breaks();

	@TestFactory
	Stream<DynamicTest> aBrokenInvariantSaysWhichNumbersBreakIt() {
		return breaks().stream().map((broken) -> DynamicTest.dynamicTest(broken.invariant(), () -> {
			BrokenInvariantException ex = catchThrowableOfType(BrokenInvariantException.class,
					() -> broken.change().apply(new Spoilt(broken.design())).plan());
			assertThat(ex).isNotNull();
			assertThat(ex.broken()).anySatisfy(
					(line) -> assertThat(line).startsWith(broken.invariant() + ": ").contains(broken.message()));
		}));
	}

	@Test
	void everyInvariantHasATestThatBreaksIt() {
		assertThat(breaks()).extracting(Break::invariant)
			.containsExactlyInAnyOrderElementsOf(invariants().stream().map(Invariant::name).toList());
	}

	@Test
	void everyInvariantSaysWhatGoesWrongOtherwise() {
		assertThat(invariants()).allSatisfy((invariant) -> {
			assertThat(invariant.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
			assertThat(invariant.because()).endsWith(".");
		});
	}

}
