package dev.pghaadvisor.lab;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RequirementConditionTests {

	private static final List<Tool> MISSING = List.of(new Tool("no-such-program", "some-package"));

	@Test
	void runsWhenNothingIsMissing() {
		assertThat(decide(new TestMachine(false, false, true), false, List.of()).isDisabled()).isFalse();
	}

	@Test
	void runsAsRootOnDebianBecauseWhatIsMissingCanBeInstalled() {
		assertThat(decide(new TestMachine(true, true, true), true, MISSING).isDisabled()).isFalse();
	}

	@Test
	void skipsWithTheNameOfThePackageWhereItCannotInstall() {
		ConditionEvaluationResult result = decide(new TestMachine(false, true, false), false, MISSING);
		assertThat(result.isDisabled()).isTrue();
		assertThat(result.getReason()).hasValueSatisfying((reason) -> assertThat(reason).contains("some-package"));
	}

	@Test
	void skipsWhatNeedsRootForOthers() {
		assertThat(decide(new TestMachine(false, true, false), true, List.of()).isDisabled()).isTrue();
	}

	@Test
	void failsInsteadOfSkippingInCi() {
		assertThatIllegalStateException().isThrownBy(() -> decide(new TestMachine(false, true, true), false, MISSING))
			.withMessageContaining("some-package");
	}

	@Test
	void seesThatAToolIsMissing() {
		assertThat(MISSING.get(0).isThere()).isFalse();
		assertThat(new Tool("sh", "dash").isThere()).isTrue();
	}

	private static ConditionEvaluationResult decide(TestMachine host, boolean needsRoot, List<Tool> missing) {
		return RequirementCondition.decide(host, needsRoot, missing);
	}

}
