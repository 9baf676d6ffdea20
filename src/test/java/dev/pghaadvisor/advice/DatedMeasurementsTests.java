package dev.pghaadvisor.advice;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.pghaadvisor.forecast.Evidence;
import dev.pghaadvisor.forecast.Forecast;
import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Footprint;
import dev.pghaadvisor.rules.Design;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link DatedMeasurements}; the numbers are invented. */
class DatedMeasurementsTests {

	@Test
	void whatWasMeasuredStandsBesideTheForecastsOfExactlySuchACluster() throws IOException {
		Evidence evidence = Consultations.evidence(Consultations.RECORDED);
		Consultation consultation = consultation(evidence);
		Outlook simple = consultation.outlook(Design.SIMPLE).orElseThrow();
		assertThat(simple.shape().footprint()).isEqualTo(Footprint.SIMPLE_3);
		assertThat(simple.forecasts()).allSatisfy((forecast) -> assertThat(forecast.evidence()).startsWith(
				evidence.drills().stream().anyMatch((drill) -> drill.scenario().equals(forecast.scenario().id()))
						? "measured " : Forecast.NOT_PROVEN));
		assertThat(simple.measured())
			.contains("No acknowledged write was lost in any of 46 runs.",
					"At a planned switchover no write met a read-only server.")
			.anyMatch((sentence) -> sentence.contains("Patroni 4.0.7-1"))
			.anyMatch((sentence) -> sentence.contains("docs/evidence/" + Consultations.RECORDED));
		Outlook full = consultation.outlook(Design.FULL).orElseThrow();
		assertThat(full.shape().design()).isEqualTo(Design.FULL);
		assertThat(full.measured()).isEmpty();
		assertThat(full.forecasts()).extracting(Forecast::evidence).containsOnly(Forecast.NOT_PROVEN);
	}

	@Test
	void whatAPausedLeaderCostsIsSaidPlainly() throws IOException {
		Evidence evidence = Consultations.evidence("debian-13-simple-3-rpo-seconds.json");
		assertThat(consultation(evidence).outlook(Design.SIMPLE).orElseThrow().measured())
			.anyMatch((sentence) -> sentence.startsWith("60 acknowledged writes were lost in 46 runs: 30 in “"))
			.anyMatch((sentence) -> sentence
				.endsWith("two servers took writes for up to 0.83 s, and 30 acknowledged writes were lost in 3 runs."));
	}

	@Test
	void filesThatChangedSinceAreSaidOnceTheirSumDiffers() throws IOException {
		Evidence old = Consultations.evidence(Consultations.RECORDED);
		ClusterPlan plan = Objects.requireNonNull(consultation(old).plan());
		Evidence current = like(old, old.options(), Parts.hostsSha256(plan));
		assertThat(said(old)).allMatch((words) -> words.contains("earlier version of these files"));
		assertThat(said(current)).noneMatch((words) -> words.contains("earlier version"));
	}

	@Test
	void evidenceWhoseAnswersTheRulesDoNotKnowIsOfEarlierFiles() throws IOException {
		Evidence old = Consultations.evidence(Consultations.RECORDED);
		Map<String, String> options = new HashMap<>(old.options());
		options.put("colour", "blue");
		Evidence strange = like(old, options, old.bundleSha256());
		assertThat(Consultations.advisor(strange).withEarlierFiles(strange)).isTrue();
	}

	@Test
	void nothingIsSaidWithoutEvidence() {
		assertThat(Consultations.simple().outlook(Design.SIMPLE).orElseThrow().measured()).isEmpty();
	}

	private static List<String> said(Evidence evidence) {
		Outlook simple = consultation(evidence).outlook(Design.SIMPLE).orElseThrow();
		return List.of(simple.forecasts().get(0).evidence(), simple.measured().get(0));
	}

	private static Consultation consultation(Evidence evidence) {
		return Consultations.advisor(evidence).consult(evidence.options(), Map.of());
	}

	private static Evidence like(Evidence old, Map<String, String> options, String sha256) {
		return new Evidence(old.platform(), old.design(), old.footprint(), old.entry(), old.placement(), options,
				old.altered(), old.versions(), old.recorded(), old.model(), sha256, old.timers(), old.drills());
	}

}
