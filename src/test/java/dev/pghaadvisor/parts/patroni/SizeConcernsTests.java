package dev.pghaadvisor.parts.patroni;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.pghaadvisor.parts.ExamplePlan;
import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.ExampleAdvice;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.rules.Advice;
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
		assertThat(concerns(12, "500")).isEmpty();
		assertThat(concerns(1, "100")).singleElement();
	}

	@ParameterizedTest
	@CsvSource({ "1, 1000, 22", "8, 1000, 22", "1, 500, 11" })
	void connectionsThatDoNotFitAreToldWithWhatWouldBeEnough(int memory, String connections, int enough) {
		Finding concern = concerns(memory, connections).get(0);
		assertThat(concern.message()).startsWith(connections + " connections can use ");
		assertThat(concern.change()).startsWith("Give each database host " + enough + " GB");
		assertThat(concerns(enough, connections)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "large, heavy, 50, 1.5 MB/s, 163", "medium, heavy, 50, 3.1 MB/s, 82",
			"large, moderate, 10, 0.3 MB/s, 33" })
	void aCopyThatOutrunsItsSlotIsToldWithTheDiskThatWouldBeEnough(String size, String load, int disk, String bearable,
			int enough) {
		Finding concern = copying(size, load, disk).get(0);
		assertThat(concern.message()).contains(bearable);
		assertThat(concern.change()).startsWith("Give WAL a disk of " + enough + " GB");
		assertThat(copying(size, load, enough)).isEmpty();
	}

	@Test
	void whatIsCopiedInTimeIsNoConcern() {
		assertThat(copying("medium", "moderate", 50)).isEmpty();
		assertThat(copying("small", "heavy", 50)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "large, heavy, 50, 3.3 Gbit/s, 3300", "medium, heavy, 50, 1.7 Gbit/s, 1700" })
	void aNetworkThatWouldBeFastEnoughIsTold(String size, String load, int disk, String network, int link) {
		assertThat(copying(size, load, disk).get(0).change())
			.contains("or the database hosts a network of " + network + " between them");
		assertThat(copying(size, load, disk, link)).isEmpty();
		assertThat(copying(size, load, disk, link - 200)).isNotEmpty();
	}

	@Test
	void aNetworkIsNotToldWhereNoneWouldDo() {
		Finding concern = copying("large", "heavy", 1).get(0);
		assertThat(concern.change()).startsWith("Give WAL a disk of ").doesNotContain("network");
		assertThat(copying("large", "heavy", 1, 400_000)).singleElement();
	}

	private static List<Finding> copying(String size, String load, int disk) {
		return copying(size, load, disk, 1000);
	}

	@Test
	void aCopyThatTakesMostOfANightIsToldWithItsHours() {
		assertThat(rebuilding("large", 1000)).singleElement()
			.satisfies((finding) -> assertThat(finding.message()).contains("one copy is missing for about 4.6 hours"));
		assertThat(rebuilding("large", 2000)).isEmpty();
		assertThat(rebuilding("medium", 1000)).isEmpty();
	}

	private static List<Finding> rebuilding(String size, int link) {
		return all(size, "low", 50, link).filter((finding) -> finding.rule().equals("rebuild-takes-hours")).toList();
	}

	private static List<Finding> copying(String size, String load, int disk, int link) {
		return all(size, load, disk, link).filter((finding) -> finding.rule().equals("copy-outruns-its-slot")).toList();
	}

	private static Stream<Finding> all(String size, String load, int disk, int link) {
		Advice advice = ExampleAdvice.of(Design.FULL, Map.of(), Map.of("workload", size, "write-load", load));
		return SizeConcerns.of(Parts.plan(advice, Inventory.parse(Shape.of(advice),
				Map.of("walDiskGb", disk, "databaseMemoryGb", 64, "databaseLinkMbit", link))))
			.stream();
	}

	private static List<Finding> concerns(int memory, String connections) {
		return SizeConcerns.of(ExamplePlan.of(Design.FULL, Map.of("max-connections", connections),
				Map.of("databaseMemoryGb", memory)));
	}

}
