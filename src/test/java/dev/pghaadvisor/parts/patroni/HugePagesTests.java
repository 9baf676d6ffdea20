package dev.pghaadvisor.parts.patroni;

import java.util.List;
import java.util.Map;

import dev.pghaadvisor.bundle.Bundle;
import dev.pghaadvisor.bundle.Persona;
import dev.pghaadvisor.parts.ExamplePlan;
import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.rules.Design;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Tests for {@link HugePages} and the files that ask for them. */
class HugePagesTests {

	private static final String FILE = "hosts/pg1/etc/sysctl.d/60-pg-ha-postgresql.conf";

	/**
	 * What PostgreSQL 17 says that it needs, in MiB, is from
	 * {@code postgres -C shared_memory_size} with these buffers and connections.
	 */
	@ParameterizedTest
	@CsvSource({ "16, 100, 4249", "16, 1000, 4293", "64, 100, 16819", "64, 1000, 16863", "64, 20000, 17771",
			"1024, 100, 267502", "1024, 1000, 267546", "4096, 100, 1068916", "4096, 1000, 1068960" })
	void thereAreEnoughAndFewMore(int memory, String connections, long needed) {
		HugePages pages = HugePages.of(plan(memory, connections)).orElseThrow();
		assertThat(pages.megabytes()).isBetween(needed, needed + needed / 20);
		assertThat(pages.buffers()).isEqualTo(memory * 1024L / 4 / 2);
	}

	@Test
	void theFileAsksForThem() {
		Bundle bundle = Parts.bundle(plan(64, "500"), Map.of());
		assertThat(bundle.file(FILE).text()).contains("\n-vm.nr_hugepages = 8438\n");
		assertThat(bundle.file("hosts/pg1/etc/patroni/config.yml").text()).contains("\n    huge_pages: \"try\"\n");
		assertThat(bundle.file("README.md").text()).contains("asked for 8438 of 2 MB");
		assertThat(bundle.file("verify.yml").text()).contains("of the 8438 that it was asked", "| int < 8192\n");
		assertThat(bundle.files().keySet())
			.noneMatch((path) -> path.startsWith("hosts/etcd") && path.contains("60-pg-ha-p"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 4, 8, 15 })
	void aSmallHostAsksForNone(int memory) {
		for (Design design : Design.values()) {
			ClusterPlan plan = ExamplePlan.of(design, Map.of(), Map.of("databaseMemoryGb", memory));
			assertThat(HugePages.of(plan)).isEmpty();
			assertNothing(Parts.bundle(plan, Map.of()));
		}
	}

	/** The lab's machines have these files and share their kernel with its host. */
	@ParameterizedTest
	@EnumSource
	void nobodyInTheLabAsksForAny(Persona persona) {
		assertNothing(Parts.bundle(persona.plan(), Map.of()));
	}

	@Test
	void nobodyPromisesWhatCannotHoldTheBuffers() {
		assertThatIllegalArgumentException().isThrownBy(() -> new HugePages(2047, 2048))
			.withMessage("2047 huge pages are too few for buffers of 2048");
		assertThatIllegalArgumentException().isThrownBy(() -> new HugePages(1, 0));
	}

	private static void assertNothing(Bundle bundle) {
		assertThat(bundle.file(FILE).text()).contains("-vm.swappiness = 10");
		for (String path : List.of(FILE, "verify.yml", "README.md")) {
			assertThat(bundle.file(path).text()).as(path)
				.doesNotContainIgnoringCase("nr_hugepages")
				.doesNotContainIgnoringCase("huge pages");
		}
	}

	private static ClusterPlan plan(int memory, String connections) {
		return ExamplePlan.of(Design.FULL, Map.of("max-connections", connections),
				Map.of("databaseMemoryGb", memory, "databaseCores", 64));
	}

}
