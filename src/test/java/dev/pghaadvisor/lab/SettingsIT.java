package dev.pghaadvisor.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.ExampleAdvice;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Platform;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.rules.Design;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** PostgreSQL 17 reads the settings of small, usual and huge hosts. */
@Requires(Requirement.LAB)
@Heavy
class SettingsIT {

	private static final String POSTGRES = "/usr/lib/postgresql/17/bin/postgres";

	/** What rules make of the slowest storage and of the fastest. */
	private static final List<Map<String, String>> STORAGES = List.of(
			Map.of("random-page-cost", "4", "effective-io-concurrency", "2"),
			Map.of("random-page-cost", "1.1", "effective-io-concurrency", "300"));

	private static Enclosure enclosure;

	private static Root root;

	@BeforeAll
	static void makeRoot() {
		enclosure = Enclosure.open();
		root = enclosure.root("settings", Image.tools(Platform.DEBIAN_13));
	}

	@AfterAll
	static void removeRoot() {
		enclosure.close();
	}

	@ParameterizedTest
	@EnumSource(Design.class)
	void everyCornerOfTheInventoryIsTaken(Design design) throws IOException {
		for (Map<String, Integer> sizes : corners()) {
			for (String work : List.of("oltp", "mixed", "analytics")) {
				for (Map<String, String> storage : STORAGES) {
					assertThat(read(settings(design, storage, work, sizes))).as(work + storage + sizes)
						.satisfies((output) -> assertThat(output.failed()).as(output.text()).isFalse());
				}
			}
		}
	}

	/** The least and the most that the form takes, and a usual host. */
	private static List<Map<String, Integer>> corners() {
		List<Map<String, Integer>> corners = new ArrayList<>(List.of(sizes(8, 4, 50)));
		for (int memory : List.of(1, 4096)) {
			for (int cores : List.of(1, 512)) {
				for (int disk : List.of(1, 65536)) {
					corners.add(sizes(memory, cores, disk));
				}
			}
		}
		return corners;
	}

	private static Map<String, Integer> sizes(int memory, int cores, int disk) {
		return Map.of("databaseMemoryGb", memory, "databaseCores", cores, "walDiskGb", disk);
	}

	@Test
	void aSettingThatPostgresqlDoesNotKnowIsNotTaken() throws IOException {
		assertThat(read("no_such_setting = '1'\n").failed()).isTrue();
	}

	private static String settings(Design design, Map<String, String> storage, String work,
			Map<String, Integer> sizes) {
		var advice = ExampleAdvice.of(design, storage, Map.of("work", work));
		return Parts.plan(advice, Inventory.parse(Shape.of(advice), sizes))
			.postgres()
			.settings()
			.stream()
			.map((setting) -> "%s = '%s'%n".formatted(setting.name(), setting.value()))
			.collect(Collectors.joining());
	}

	private static Output read(String settings) throws IOException {
		Path file = root.file("/srv/postgresql.conf");
		Files.writeString(file, settings);
		return enclosure
			.command("chroot", "--userspec=65534:65534", root.folder().toString(), POSTGRES, "-D", "/srv", "-c",
					"config_file=/srv/postgresql.conf", "-C", "min_wal_size")
			.run();
	}

}
