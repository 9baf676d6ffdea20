package dev.pghaadvisor.lab;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.pghaadvisor.forecast.Forecasts;
import dev.pghaadvisor.parts.Parts;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Records the evidence, see docs/lab.md: {@code -Dlab.record} names what to record,
 * {@code -Dlab.drills} only some scenarios of it, {@code -Dlab.runs} how often at most,
 * {@code -Dlab.first} from which run on.
 */
@Requires(Requirement.LAB)
@OnTheApplication
@EnabledIfSystemProperty(named = "lab.record", matches = ".+")
class EvidenceIT {

	static final List<String> DRILLS = words("lab.drills");

	private static final int MOST_RUNS = Integer.getInteger("lab.runs", Integer.MAX_VALUE);

	private static final int FIRST_RUN = Integer.getInteger("lab.first", 1);

	@Autowired
	private MockMvcTester application;

	static Stream<RecordedCluster> recorded() {
		return words("lab.record").stream().map(RecordedCluster::of);
	}

	@ParameterizedTest
	@MethodSource
	void recorded(RecordedCluster recorded) {
		Download download = Download.of(this.application, recorded.options());
		Stopwatch stopwatch = new Stopwatch(recorded.name());
		try (Servers servers = stopwatch.part("booting", () -> Servers.boot(recorded.plan()))) {
			Deployment deployment = new Deployment(servers, download, stopwatch);
			deployment.unpackAndPrepare();
			deployment.change(recorded.alteration());
			deployment.install();
			deployment.verify();
			try (Stage stage = Stage.set(servers, recorded.plan(), deployment.applicationPassword())) {
				EvidenceFile file = new EvidenceFile(Path.of("docs/evidence", recorded.name() + ".json"),
						recorded.plan(), recorded.options(), recorded.altered(), Parts.hostsSha256(recorded.plan()),
						stage.versions());
				EvidenceFile target = DRILLS.isEmpty() ? file : file.beside();
				Recording recording = new Recording(stage);
				recording.play(Recording.drills(Forecasts.of(recorded.plan()))
					.stream()
					.filter((drill) -> DRILLS.isEmpty() || DRILLS.contains(drill.name()))
					.map((drill) -> drill.atMost(MOST_RUNS))
					.toList(), FIRST_RUN, target::write);
				assertThat(recording.runs()).isNotEmpty();
			}
		}
		stopwatch.total();
	}

	static List<String> words(String property) {
		return Arrays.stream(System.getProperty(property, "").split(",")).filter((word) -> !word.isEmpty()).toList();
	}

}
