package dev.pghaadvisor.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.pghaadvisor.forecast.Evidence;
import dev.pghaadvisor.forecast.Forecast;
import dev.pghaadvisor.forecast.Measurements;
import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.rules.RuleBook;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What reports say of measurements; the numbers are invented. */
class RecordedTests {

	private static final String SIMPLE = "debian-13-simple-3.json";

	private static final String ASYNCHRONOUS = "debian-13-simple-3-rpo-seconds.json";

	@Test
	void aReportSaysWhatWasMeasuredBesideWhatIsForecast() throws IOException {
		Advisor advisor = advisor(fixture(SIMPLE));
		ReportView view = view(advisor, fixture(SIMPLE));
		ReportView.Side simple = view.sides().get(0);
		assertThat(simple.forecasts()).allSatisfy((span) -> assertThat(span.evidence()).startsWith("measured "));
		assertThat(simple.measured())
			.contains("No acknowledged write was lost in any of 46 runs.",
					"At a planned switchover no write met a read-only server.")
			.anyMatch((sentence) -> sentence.contains("Patroni 4.0.7-1"))
			.anyMatch((sentence) -> sentence.contains("docs/evidence/" + SIMPLE));
		assertThat(view.sides().get(1).measured()).isEmpty();
		assertThat(view.sides().get(1).forecasts()).extracting(ReportView.Span::evidence)
			.containsOnly(Forecast.NOT_PROVEN);
		assertThat(new String(advisor.html(view), StandardCharsets.UTF_8)).contains("Measured, simple design");
		assertThat(new Markdown().report(view)).contains("### Measured\n\n- Recorded on 2026-11-25");
	}

	@Test
	void whatAPausedLeaderCostsIsSaidPlainly() throws IOException {
		ReportView view = view(advisor(fixture(ASYNCHRONOUS)), fixture(ASYNCHRONOUS));
		assertThat(view.sides().get(0).measured())
			.anyMatch((sentence) -> sentence.startsWith("60 acknowledged writes were lost in 46 runs: 30 in “"))
			.anyMatch((sentence) -> sentence
				.endsWith("two servers took writes for up to 0.83 s, and 30 acknowledged writes were lost in 3 runs."));
	}

	@Test
	void filesThatChangedSinceAreSaidOnceTheirSumDiffers() throws IOException {
		Evidence old = fixture(SIMPLE);
		ClusterPlan plan = advisor(old).consult(old.options(), Map.of()).plan();
		Evidence current = new Evidence(old.platform(), old.design(), old.footprint(), old.entry(), old.options(),
				old.altered(), old.versions(), old.recorded(), old.model(), Parts.hostsSha256(plan), old.timers(),
				old.drills());
		assertThat(said(view(advisor(old), old))).allMatch((words) -> words.contains("earlier version of these files"));
		assertThat(said(view(advisor(current), current))).noneMatch((words) -> words.contains("earlier version"));
	}

	@Test
	void evidenceWhoseAnswersTheRulesDoNotKnowIsOfEarlierFiles() throws IOException {
		Evidence old = fixture(SIMPLE);
		Map<String, String> options = new HashMap<>(old.options());
		options.put("colour", "blue");
		Evidence strange = new Evidence(old.platform(), old.design(), old.footprint(), old.entry(), options,
				old.altered(), old.versions(), old.recorded(), old.model(), old.bundleSha256(), old.timers(),
				old.drills());
		assertThat(advisor(strange).withEarlierFiles(strange)).isTrue();
	}

	@Test
	void nothingIsSaidWithoutEvidence() {
		ReportView view = Consultations.ADVISOR.view(Consultations.simple());
		assertThat(view.sides()).allSatisfy((side) -> assertThat(side.measured()).isEmpty());
		assertThat(new Markdown().report(view)).doesNotContain("Measured");
		assertThat(new String(Consultations.ADVISOR.html(view), StandardCharsets.UTF_8)).doesNotContain("Measured");
	}

	private static List<String> said(ReportView view) {
		ReportView.Side side = view.sides().get(0);
		return List.of(side.forecasts().get(0).evidence(), side.measured().get(0));
	}

	private static ReportView view(Advisor advisor, Evidence evidence) {
		return advisor.view(advisor.consult(evidence.options(), Map.of()));
	}

	private static Advisor advisor(Evidence evidence) {
		return new Advisor(RuleBook.bundled(), new Documents(), Measurements.of(Map.of(SIMPLE, evidence)));
	}

	private static Evidence fixture(String name) throws IOException {
		return Evidence.read(name, Files.readString(Path.of("src/test/resources/evidence-fixtures", name)));
	}

}
