package dev.pghaadvisor.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
		for (int memory : List.of(1, 8, 4096)) {
			for (int cores : List.of(1, 4, 512)) {
				for (int disk : List.of(1, 50, 65536)) {
					Map<String, Integer> sizes = Map.of("databaseMemoryGb", memory, "databaseCores", cores, "walDiskGb",
							disk);
					for (String work : List.of("oltp", "mixed", "analytics")) {
						assertThat(read(settings(design, work, sizes))).as(work + sizes)
							.satisfies((output) -> assertThat(output.failed()).as(output.text()).isFalse());
					}
				}
			}
		}
	}

	@Test
	void aSettingThatPostgresqlDoesNotKnowIsNotTaken() throws IOException {
		assertThat(read("no_such_setting = '1'\n").failed()).isTrue();
	}

	private static String settings(Design design, String work, Map<String, Integer> sizes) {
		var advice = ExampleAdvice.of(design, Map.of(), Map.of("work", work));
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
