package dev.pghaadvisor.lab;

import java.util.Arrays;
import java.util.stream.Stream;

import dev.pghaadvisor.bundle.Persona;
import dev.pghaadvisor.forecast.Evidence;
import dev.pghaadvisor.forecast.Forecasts;
import dev.pghaadvisor.forecast.Measurements;
import dev.pghaadvisor.forecast.Scenario;
import dev.pghaadvisor.plan.Entry;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Tests for {@link RecordedCluster}. */
class RecordedClusterTests {

	static Stream<String> shapes() {
		return Arrays.stream(Persona.values())
			.filter((persona) -> persona.plan().shape().entry() == Entry.KEEPALIVED)
			.map(Persona::shape);
	}

	@ParameterizedTest
	@MethodSource("shapes")
	void aShapeIsRecordedWithDefaultAnswersAndWithThoseThatAllowNoLoss(String shape) {
		assertThat(RecordedCluster.of(shape).plan().synchronous().on()).isFalse();
		assertThat(RecordedCluster.of(shape).plan().patroni().ttl()).isEqualTo(30);
		RecordedCluster strict = RecordedCluster.of(shape + "-rpo-zero-rto-30s");
		assertThat(strict.plan().synchronous().on()).isTrue();
		assertThat(strict.plan().patroni().ttl()).isEqualTo(20);
		assertThat(strict.plan().shape().id()).isEqualTo(shape);
		assertThat(strict.altered()).isEmpty();
	}

	@Test
	void debian12IsRecordedOnceMoreThroughTheApiThatLosesWrites() {
		RecordedCluster altered = RecordedCluster.of("debian-12-simple-3-rpo-zero-rto-30s-etcd3");
		assertThat(altered.altered()).contains("etcd3");
		assertThat(altered.options()).isEqualTo(RecordedCluster.of("debian-12-simple-3-rpo-zero-rto-30s").options());
	}

	@ParameterizedTest
	@ValueSource(strings = { "debian-11-simple-3", "debian-13-simple-3-fast", "debian-13-full-8-rpo-zero" })
	void anythingElseIsRefusedWithWhatThereIs(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> RecordedCluster.of(name))
			.withMessageContaining("There are the shapes")
			.withMessageContaining("rpo-zero-rto-30s");
	}

	@Test
	void everyRecordedClusterWasDrilledInEveryScenarioAsOftenAsTheDrillSays() {
		SoftAssertions.assertSoftly((softly) -> Measurements.bundled().files().forEach((file, evidence) -> {
			RecordedCluster recorded = RecordedCluster.of(file.replace(".json", ""));
			softly.assertThat(recorded.options()).as(file).isEqualTo(evidence.options());
			softly.assertThat(recorded.altered()).as(file).isEqualTo(evidence.altered());
			if (evidence.asShipped()) {
				Recording.drills(Forecasts.of(recorded.plan()))
					.forEach((drill) -> softly.assertThat(runs(evidence, drill.scenario()))
						.as("runs of " + drill.scenario().id() + " in " + file)
						.isEqualTo(drill.runs()));
			}
		}));
	}

	private static long runs(Evidence evidence, Scenario scenario) {
		return evidence.drills()
			.stream()
			.filter((drill) -> drill.scenario().equals(scenario.id()))
			.flatMap((drill) -> drill.runs().stream())
			.map(Evidence.Run::run)
			.distinct()
			.count();
	}

}
