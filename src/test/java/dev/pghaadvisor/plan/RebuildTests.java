package dev.pghaadvisor.plan;

import java.util.Map;

import dev.pghaadvisor.parts.ExamplePlan;
import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.rules.Design;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link Rebuild} and the files that it decides. */
class RebuildTests {

	/** pg_basebackup takes 32 KiB/s to 1024 MiB/s. */
	@ParameterizedTest
	@CsvSource({ "1, 61k, 0.1 MB/s, 1 Mbit/s", "100, 6104k, 6.0 MB/s, 100 Mbit/s", "1000, 60M, 60 MB/s, 1 Gbit/s",
			"1234, 74M, 74 MB/s, 1234 Mbit/s", "2500, 149M, 149 MB/s, 2.5 Gbit/s", "10000, 596M, 596 MB/s, 10 Gbit/s",
			"25000, 1024M, 1024 MB/s, 25 Gbit/s", "400000, 1024M, 1024 MB/s, 400 Gbit/s" })
	void aCopyTakesHalfOfTheNetwork(int link, String maxRate, String speed, String network) {
		Rebuild rebuild = Rebuild.of(plan(link));
		assertThat(rebuild.maxRate()).isEqualTo(maxRate);
		assertThat(rebuild.speed()).isEqualTo(speed);
		assertThat(rebuild.network()).isEqualTo(network);
	}

	@ParameterizedTest
	@CsvSource({ "100, 23.3 hours", "1000, 2.3 hours", "10000, 14 minutes", "400000, 8 minutes" })
	void aFasterNetworkMakesItShorter(int link, String time) {
		assertThat(Rebuild.of(plan(link)).time()).isEqualTo(time);
	}

	@Test
	void theFilesSayWhatTheRateIsHalfOf() {
		assertThat(config(10_000)).contains("# Half of the 10 Gbit/s between these hosts:", "- max-rate: 596M\n");
		assertThat(config(100_000)).contains("# The most that pg_basebackup takes; of the 100 Gbit/s",
				"- max-rate: 1024M\n");
		assertThat(Parts.bundle(plan(10_000), Map.of()).file("README.md").text())
			.contains("takes 14 minutes at the 596 MB/s of `max-rate`");
	}

	private static String config(int link) {
		return Parts.bundle(plan(link), Map.of()).file("hosts/pg1/etc/patroni/config.yml").text();
	}

	private static ClusterPlan plan(int link) {
		return ExamplePlan.of(Design.SIMPLE, Map.of(), Map.of("databaseLinkMbit", link));
	}

}
