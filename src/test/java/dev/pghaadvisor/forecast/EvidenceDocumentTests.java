package dev.pghaadvisor.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds {@code docs/evidence/README.md} to the files beside it. */
class EvidenceDocumentTests {

	private static final Path README = Path.of("docs", "evidence", "README.md");

	@Test
	void theDocumentSaysWhatTheFilesSay() throws IOException {
		String text = new EvidenceDocument().text(Measurements.bundled());
		if (System.getProperty("goldens", "").equals("update")) {
			Files.writeString(README, text);
		}
		assertThat(Files.readString(README)).isEqualTo(text);
	}

	@Test
	void everyRecordingHasItsTableAndWhatBrokeIsMarked() throws IOException {
		String name = "debian-13-simple-3-rpo-seconds.json";
		Measurements measurements = Measurements.of(Map.of(name, Evidence.read(name, EvidenceTests.fixture(name))));
		assertThat(new EvidenceDocument().text(measurements))
			.contains("## simple-3 on Debian 13, ttl 30 s, asynchronous", "- Commits: wait for no standby",
					"**3 runs, 1 broke a promise**",
					"<br>**1 of 3 runs broke a promise:** The address was on two hosts for 0.8 s. | ",
					"| does not apply |", "docs/evidence/" + name)
			.doesNotContain("Nothing is recorded");
	}

}
