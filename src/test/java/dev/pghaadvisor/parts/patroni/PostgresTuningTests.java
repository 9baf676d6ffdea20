package dev.pghaadvisor.parts.patroni;

import java.util.List;
import java.util.Map;

import dev.pghaadvisor.parts.ExamplePlan;
import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.ExampleAdvice;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.PostgresSettings;
import dev.pghaadvisor.plan.PostgresSettings.Scope;
import dev.pghaadvisor.plan.PostgresSettings.Setting;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.rules.Design;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Tests for the settings that a plan chooses. */
class PostgresTuningTests {

	@Test
	void settingsFollowPgtunesFormulas() {
		PostgresSettings settings = full(Map.of("databaseMemoryGb", 16, "databaseCores", 4));
		assertThat(settings.value("shared_buffers")).isEqualTo("4GB");
		assertThat(settings.value("effective_cache_size")).isEqualTo("12GB");
		assertThat(settings.value("maintenance_work_mem")).isEqualTo("1GB");
		assertThat(settings.value("autovacuum_work_mem")).isEqualTo("256MB");
		// (16 - 4 - 1 - 3 * 0.25 GB - 200 connections of 10 MB) / ((200 + 8 workers) * 3)
		assertThat(settings.value("work_mem")).isEqualTo("13MB");
		assertThat(settings.value("max_parallel_workers_per_gather")).isEqualTo("2");
		assertThat(settings.value("huge_pages")).isEqualTo("try");
		assertThat(settings.value("random_page_cost")).isEqualTo("1.1");
		assertThat(settings.value("effective_io_concurrency")).isEqualTo("200");
	}

	@Test
	void etcdBesideTheDatabaseKeepsAGigabyteAndACore() {
		PostgresSettings settings = ExamplePlan
			.of(Design.SIMPLE, Map.of(), Map.of("databaseMemoryGb", 17, "databaseCores", 4))
			.postgres();
		assertThat(settings.value("shared_buffers")).isEqualTo("4GB");
		assertThatIllegalArgumentException().isThrownBy(() -> settings.value("max_parallel_workers"))
			.withMessage("The plan does not set max_parallel_workers");
	}

	@ParameterizedTest
	@CsvSource({ "oltp, off, 1GB, 2", "mixed, on, 1GB, 2", "analytics, on, 2GB, 8" })
	void memoryAndPlannerFollowTheKindOfWork(String work, String jit, String maintenance, String workers) {
		var advice = ExampleAdvice.of(Design.FULL, Map.of(), Map.of("work", work));
		PostgresSettings settings = Parts
			.plan(advice,
					Inventory.parse(Shape.of(advice),
							Map.of("databaseMemoryGb", 16, "databaseCores", work.equals("analytics") ? 16 : 4)))
			.postgres();
		assertThat(settings.value("jit")).isEqualTo(jit);
		assertThat(settings.value("maintenance_work_mem")).isEqualTo(maintenance);
		assertThat(settings.value("max_parallel_workers_per_gather")).isEqualTo(workers);
	}

	@Test
	void theMostThatSessionsCanUseIsWithinTheHostOrTold() {
		for (String work : List.of("oltp", "mixed", "analytics")) {
			for (int memory : List.of(1, 2, 4, 8, 12, 64, 4096)) {
				for (String connections : List.of("100", "500", "1000")) {
					var advice = ExampleAdvice.of(Design.SIMPLE, Map.of("max-connections", connections),
							Map.of("work", work));
					ClusterPlan plan = Parts.plan(advice,
							Inventory.parse(Shape.of(advice), Map.of("databaseMemoryGb", memory)));
					boolean told = SizeConcerns.of(plan)
						.stream()
						.anyMatch((finding) -> finding.rule().equals("memory-for-connections"));
					Sizes sizes = Sizes.of(advice, plan.shape(), plan.inventory());
					assertThat(sizes.worst() > sizes.memory()).as(work + " " + memory + " " + connections)
						.isEqualTo(told);
				}
			}
		}
	}

	@Test
	void deadPeersAreNoticedAsTheLabDid() {
		PostgresSettings settings = full(Map.of());
		assertThat(settings.value("tcp_keepalives_idle")).isEqualTo("10");
		assertThat(settings.value("tcp_keepalives_interval")).isEqualTo("5");
		assertThat(settings.value("tcp_keepalives_count")).isEqualTo("3");
		assertThat(settings.value("tcp_user_timeout")).isEqualTo("0");
		assertThat(settings.value("wal_sender_timeout")).isEqualTo("10s");
		assertThat(settings.value("wal_receiver_timeout")).isEqualTo("10s");
	}

	@Test
	void slowStorageAndLinesBetweenSitesMayBeSilentForLonger() {
		PostgresSettings settings = ExamplePlan.of(Design.FULL, Map.of("replication-timeout", "60"), Map.of())
			.postgres();
		assertThat(settings.value("wal_sender_timeout")).isEqualTo("60s");
		assertThat(settings.value("wal_receiver_timeout")).isEqualTo("60s");
	}

	@ParameterizedTest
	@CsvSource({ "1, 256MB, 512MB, 64MB", "8, 2GB, 4GB, 512MB", "50, 4GB, 25GB, 1GB", "65536, 4GB, 32768GB, 1GB" })
	void walIsBoundedByItsDisk(int disk, String most, String slots, String keep) {
		PostgresSettings settings = full(Map.of("walDiskGb", disk));
		assertThat(settings.value("max_wal_size")).isEqualTo(most);
		assertThat(settings.value("max_slot_wal_keep_size")).isEqualTo(slots);
		assertThat(settings.value("wal_keep_size")).isEqualTo(keep);
	}

	@Test
	void heavyWritesGetMoreWalBetweenCheckpoints() {
		assertThat(List.of("low", "moderate", "heavy")).map((load) -> {
			var advice = ExampleAdvice.of(Design.FULL, Map.of(), Map.of("write-load", load));
			return Parts.plan(advice, Inventory.parse(Shape.of(advice), Map.of("walDiskGb", 100)))
				.postgres()
				.value("max_wal_size");
		}).containsExactly("2GB", "4GB", "16GB");
	}

	/** The bounds are PostgreSQL 17's, from pg_settings. */
	@ParameterizedTest
	@EnumSource(Design.class)
	void everyCornerOfTheInventoryGivesValuesThatPostgresqlTakes(Design design) {
		for (int memory : List.of(1, 2, 3, 8, 100, 4096)) {
			for (int cores : List.of(1, 2, 3, 4, 16, 32, 512)) {
				for (int disk : List.of(1, 2, 10, 65536)) {
					for (String connections : List.of("100", "500", "1000")) {
						ClusterPlan plan = ExamplePlan.of(design, Map.of("max-connections", connections),
								Map.of("databaseMemoryGb", memory, "databaseCores", cores, "walDiskGb", disk));
						within(plan, "shared_buffers", 128, 1024 * 1024);
						within(plan, "work_mem", 4, 2_097_151);
						within(plan, "maintenance_work_mem", 4, 2048);
						within(plan, "min_wal_size", 32, Integer.MAX_VALUE);
						within(plan, "max_wal_size", 32, Integer.MAX_VALUE);
						within(plan, "max_slot_wal_keep_size", 16, Integer.MAX_VALUE);
						within(plan, "wal_keep_size", 16, Integer.MAX_VALUE);
						assertThat(Integer.parseInt(plan.postgres().value("max_worker_processes"))).isBetween(8, 512);
					}
				}
			}
		}
	}

	private static void within(ClusterPlan plan, String name, long least, long most) {
		assertThat(PostgresInvariants.megabytes(plan, name)).as(name).isBetween(least, most);
	}

	@Test
	void everySettingHasAReason() {
		assertThat(full(Map.of("databaseCores", 64)).settings()).extracting(Setting::because)
			.allSatisfy((because) -> assertThat(because).isNotBlank().endsWith("."));
	}

	@Test
	void settingsOfARuleCarryItsReason() {
		assertThat(full(Map.of()).settings()).filteredOn((setting) -> setting.name().equals("max_connections"))
			.singleElement()
			.extracting(Setting::because)
			.isEqualTo("From your answers: rto = 30s. A reason for max-connections that a person can read.");
	}

	@Test
	void hardwareDecidesWhatStaysWithTheHost() {
		assertThat(full(Map.of()).in(Scope.LOCAL)).extracting(Setting::name)
			.contains("shared_buffers", "work_mem", "random_page_cost")
			.doesNotContain("max_connections", "wal_level");
		assertThat(full(Map.of()).in(Scope.DCS)).extracting(Setting::name)
			.contains("max_connections", "wal_level", "max_worker_processes");
	}

	@Test
	void fewCoresGetNoParallelSettings() {
		assertThat(full(Map.of("databaseCores", 2)).settings()).extracting(Setting::name)
			.noneMatch((name) -> name.startsWith("max_parallel"));
	}

	private static PostgresSettings full(Map<String, ?> inventory) {
		return ExamplePlan.of(Design.FULL, Map.of(), inventory).postgres();
	}

}
