package dev.pghaadvisor.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.pghaadvisor.rules.Design;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Tests for {@link Evidence} and {@link Measurements}. */
class EvidenceTests {

	static final Path FIXTURES = Path.of("src", "test", "resources", "evidence-fixtures");

	private static final String NAME = "debian-13-simple-3.json";

	@Test
	void whatIsWrittenIsReadBackAndWrittenTheSame() throws IOException {
		String text = fixture(NAME);
		Evidence evidence = Evidence.read(NAME, text);
		assertThat(evidence.toJson()).isEqualTo(text);
		assertThat(evidence.drills().get(1).runs().get(0).outageSeconds()).isEqualTo(20.83);
		assertThat(evidence.versions().keySet()).containsExactly("postgresql", "patroni", "etcd", "keepalived");
	}

	@Test
	void everyRunIsALine() throws IOException {
		String text = fixture(NAME);
		long runs = Evidence.read(NAME, text).drills().stream().mapToLong((drill) -> drill.runs().size()).sum();
		assertThat(text.lines().filter((line) -> line.matches(" +\\{ \"run\": .* \\},?")).count()).isEqualTo(runs);
		assertThat(text).endsWith("}\n").doesNotContain("\r");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"debian-13",                  | "debian-14",                | debian-14
			"design": "simple"            | "design": "full"            | does not belong to the design full
			"entry": "keepalived"         | "entry": "pigeon"           | pigeon
			"keepalived": "1:2.3.3-1"     | "pgbouncer": "1"            | pgbouncer
			"recorded": "2026-11-25"      | "recorded": "yesterday"     | yesterday
			"bundleSha256": "0123         | "bundleSha256": "x123       | is not a SHA-256
			"ttl": 20                     | "ttl": 20.5                 | ttl
			"ttl": 20                     | "ttl": "20"                 | String value
			"ttl": 20                     | "ttl": 0                    | not all times
			"ttl": 20,                    |                             | ttl
			"synchronousNodeCount": 1     | "synchronousNodeCount": 0   | synchronous mode on with 0
			"best": 1.2                   | "best": 95.5                | not in order
			"scenario": "switchover"      | "scenario": "meteor"        | meteor
			"scenario": "switchover"      | "scenario": "leader_poweroff" | leader_poweroff is there twice
			"client": "pool"              | "client": "horse"           | horse
			"client": "pool"              | "client": "transaction"     | run 1 of client transaction twice
			"outageSeconds": 20.83        | "outageSeconds": 20.833     | at most two decimals
			"outageSeconds": 20.83        | "outageSeconds": -1         | outageSeconds
			"outageSeconds": 20.83        | "outageSeconds": null       | outageSeconds
			"outageSeconds": 20.83        | "outageSeconds": "NaN"      | outageSeconds
			"08006": 3                    | "8006": 3                   | 8006
			"model": "2"                  | "model": "2", "more": true  | more
			"model": "2"                  | "model": "2", "model": "2"  | model
			"broken": []                  | "broken": [" "]             | empty
			"broken": []                  | "broken": null              | broken
			""")
	void whatIsNotEvidenceIsRefusedWithTheFilesName(String good, String bad, String complaint) throws IOException {
		String text = fixture(NAME);
		assertThat(text).contains(good);
		String replacement = (bad != null) ? bad : "";
		int at = text.indexOf(good);
		String broken = text.substring(0, at) + replacement + text.substring(at + good.length());
		assertThatIllegalArgumentException().isThrownBy(() -> Evidence.read(NAME, broken))
			.withMessageStartingWith(NAME + ": ")
			.withMessageContaining(complaint);
	}

	@Test
	void aReaderLosesNoWritesAndADrillHasTheClientThatForecastsAreAbout() {
		assertThatIllegalArgumentException().isThrownBy(() -> run("reader", 1)).withMessageContaining("reader");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Evidence.Drill("switchover", new Evidence.Expected(1, 2, 3), false, 0,
					List.of(run("reader", 0))))
			.withMessageContaining("no run of client transaction");
	}

	@Test
	void timesAreRoundedForTheFile() {
		assertThat(Evidence.hundredths(20.83333)).isEqualTo(20.83);
		assertThat(Evidence.hundredths(0.005)).isEqualTo(0.0);
	}

	@Test
	void onlyTheSameTimersAndModeCount() throws IOException {
		Evidence evidence = Evidence.read(NAME, fixture(NAME));
		Timers timers = new Timers(20, 5, 5, 0, true, 1, "");
		assertThat(evidence.isOf(ForecastsTests.shape(Design.SIMPLE), timers)).isTrue();
		assertThat(evidence.isOf(ForecastsTests.shape(Design.FULL), timers)).isFalse();
		assertThat(evidence.isOf(evidence.shape(), new Timers(20, 5, 5, 30, true, 1, ""))).isFalse();
		assertThat(evidence.isOf(evidence.shape(), new Timers(20, 5, 5, 0, true, 2, ""))).isFalse();
		assertThat(evidence.isOf(evidence.shape(), new Timers(20, 5, 5, 0, false, 0, ""))).isFalse();
	}

	@Test
	void aFileIsNamedAfterWhatItHolds() throws IOException {
		Evidence evidence = Evidence.read(NAME, fixture(NAME));
		assertThat(Measurements.of(Map.of("debian-13-simple-3-rto-30s.json", evidence)).files()).hasSize(1);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Measurements.of(Map.of("debian-12-simple-3.json", evidence)))
			.withMessageContaining("debian-13-simple-3");
	}

	@Test
	void whatIsShippedIsWhatIsInTheFolder() throws IOException {
		try (var folder = Files.list(Path.of("docs", "evidence"))) {
			assertThat(Measurements.bundled().files().keySet())
				.containsExactlyInAnyOrderElementsOf(folder.map((file) -> file.getFileName().toString())
					.filter((name) -> name.endsWith(".json"))
					.toList());
		}
	}

	@Test
	void whatIsShippedIsAsItWouldBeWritten() throws IOException {
		for (Map.Entry<String, Evidence> file : Measurements.bundled().files().entrySet()) {
			assertThat(file.getValue().toJson()).isEqualTo(Files.readString(Path.of("docs/evidence", file.getKey())));
		}
	}

	static String fixture(String name) throws IOException {
		return Files.readString(FIXTURES.resolve(name));
	}

	private static Evidence.Run run(String client, int lost) {
		return new Evidence.Run(1, client, 1, 2, 0, 0, 1, lost, 1, 0, 5, Map.of(), 0, List.of());
	}

}
