package dev.pghaadvisor.parts.patroni;

import java.util.List;
import java.util.Map;

import dev.pghaadvisor.parts.ExamplePlan;
import dev.pghaadvisor.rules.Design;
import dev.pghaadvisor.rules.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link SizeConcerns}. */
class SizeConcernsTests {

	@Test
	void connectionsThatFitAreNoConcern() {
		assertThat(concerns(8, "500")).isEmpty();
		assertThat(concerns(1, "100")).singleElement();
	}

	@ParameterizedTest
	@CsvSource({ "1, 1000, 14", "8, 1000, 14", "1, 500, 7" })
	void connectionsThatDoNotFitAreToldWithWhatWouldBeEnough(int memory, String connections, int enough) {
		Finding concern = concerns(memory, connections).get(0);
		assertThat(concern.message()).startsWith(connections + " connections can use ");
		assertThat(concern.change()).startsWith("Give each database host " + enough + " GB");
		assertThat(concerns(enough, connections)).isEmpty();
	}

	private static List<Finding> concerns(int memory, String connections) {
		return SizeConcerns.of(ExamplePlan.of(Design.FULL, Map.of("max-connections", connections),
				Map.of("databaseMemoryGb", memory)));
	}

}
