package dev.pghaadvisor.lab;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was broken once and held: with {@code -Dlab.held} and the names of clusters as
 * {@link RecordedCluster} has them, and {@code -Dlab.drills} for some of it, see
 * docs/lab.md.
 */
@Requires(Requirement.LAB)
@OnTheApplication
@EnabledIfSystemProperty(named = "lab.held", matches = ".+")
class HeldIT {

	/** The names of all such drills. */
	static List<String> names() {
		String[] files = Path.of("src/test/resources/held").toFile().list();
		return Arrays.stream((files != null) ? files : new String[0])
			.sorted()
			.map((file) -> file.replace(".yaml", ""))
			.toList();
	}

	@Autowired
	private MockMvcTester application;

	static Stream<RecordedCluster> clusters() {
		return EvidenceIT.words("lab.held").stream().map(RecordedCluster::of);
	}

	@ParameterizedTest
	@MethodSource("clusters")
	void itGoesOnHolding(RecordedCluster cluster) {
		Download download = Download.of(this.application, cluster.options());
		Stopwatch stopwatch = new Stopwatch(cluster.name());
		try (Servers servers = stopwatch.part("booting", () -> Servers.boot(cluster.plan()))) {
			Deployment deployment = new Deployment(servers, download, stopwatch);
			deployment.unpackAndPrepare();
			deployment.install();
			deployment.verify();
			try (Stage stage = Stage.set(servers, cluster.plan(), deployment.applicationPassword())) {
				Recording recording = new Recording(stage);
				List<String> wanted = EvidenceIT.DRILLS.isEmpty() ? names() : EvidenceIT.DRILLS;
				recording.play(wanted.stream().map(Drill::held).toList(), (each) -> {
				});
				assertThat(recording.runs()).hasSameSizeAs(wanted);
				SoftAssertions.assertSoftly((softly) -> recording.runs()
					.forEach((name, runs) -> softly.assertThat(runs)
						.as(name)
						.singleElement()
						.satisfies((run) -> softly.assertThat(run.broken()).as(name).isEmpty())));
			}
		}
	}

}
