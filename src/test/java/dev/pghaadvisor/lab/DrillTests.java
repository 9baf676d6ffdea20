package dev.pghaadvisor.lab;

import dev.pghaadvisor.forecast.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Tests for {@link Drill}. */
class DrillTests {

	@ParameterizedTest
	@EnumSource
	void everyScenarioHasADrillThatPromisesSomethingAndEndsWithAHealthyCluster(Scenario scenario) {
		Drill drill = Drill.of(scenario);
		assertThat(drill.promises()).contains(Promise.NO_LOSS);
		assertThat(drill.steps()).element(drill.steps().size() - 1)
			.isInstanceOfSatisfying(Step.Await.class,
					(await) -> assertThat(await.condition()).isEqualTo(Step.Condition.HEALTHY));
		assertThat(drill.what()).endsWith(".");
	}

	@Test
	void aDrillSaysWhatIsDoneToWhomAndWhatIsWaitedFor() {
		Drill drill = Drill.of(Scenario.LEADER_POWEROFF);
		assertThat(drill.runs()).isEqualTo(5);
		assertThat(drill.steps()).startsWith(new Step.Act(Action.POWER_OFF, Target.LEADER),
				new Step.Await(Step.Condition.WRITES, 120));
		assertThat(drill.prepare()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("dev.pghaadvisor.lab.HeldIT#names")
	void whatHeldIsReadPromisesSomethingAndEndsWithAHealthyCluster(String name) {
		Drill drill = Drill.held(name);
		assertThat(drill.runs()).isEqualTo(1);
		assertThat(drill.promises()).contains(Promise.NO_LOSS, Promise.ONE_WRITABLE);
		assertThat(drill.steps().get(drill.steps().size() - 1)).isInstanceOfSatisfying(Step.Await.class,
				(await) -> assertThat(await.condition()).isEqualTo(Step.Condition.HEALTHY));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{ runs: 0, steps: [{ hold: 1 }] }             | runs is a number from 1 on
			{ runs: 1 }                                   | A drill without steps shows nothing
			{ runs: 1, stpes: [] }                        | A drill has no stpes
			{ runs: 1, steps: [{ cut: everybody }] }      | Unknown everybody, valid are leader, replica, next-leader
			{ runs: 1, steps: [{ burn: leader }] }        | Unknown burn, valid are power-off, power-on
			{ runs: 1, steps: [{ await: writes }] }       | Unknown await
			{ runs: 1, steps: [{ hold: 1 }], expect: [x] } | Unknown x, valid are no-loss
			""")
	void aBrokenDrillIsRefusedWithWhatIsValid(String yaml, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> Drill.parse("broken", yaml))
			.withMessageContaining(message);
	}

}
