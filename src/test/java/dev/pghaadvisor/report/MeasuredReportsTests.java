package dev.pghaadvisor.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import dev.pghaadvisor.advice.Advisor;
import dev.pghaadvisor.advice.Consultations;
import dev.pghaadvisor.forecast.Evidence;
import dev.pghaadvisor.forecast.Forecast;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What reports say of measurements; the numbers are invented. */
class MeasuredReportsTests {

	@Test
	void aReportSaysWhatWasMeasuredBesideWhatIsForecast() throws IOException {
		Evidence evidence = Consultations.evidence(Consultations.RECORDED);
		Advisor advisor = Consultations.advisor(evidence);
		ReportWriter writer = new ReportWriter(advisor);
		ReportView view = writer.view(advisor.consult(evidence.options(), Map.of()));
		ReportView.Side simple = view.sides().get(0);
		assertThat(simple.forecasts()).allSatisfy((outage) -> assertThat(outage.evidence())
			.startsWith(evidence.drills().stream().anyMatch((drill) -> drill.scenario().equals(outage.scenario()))
					? "measured " : Forecast.NOT_PROVEN));
		assertThat(simple.measured()).contains("No acknowledged write was lost in any of 46 runs.");
		assertThat(view.sides().get(1).measured()).isEmpty();
		assertThat(view.sides().get(1).forecasts()).extracting(ReportView.Outage::evidence)
			.containsOnly(Forecast.NOT_PROVEN);
		assertThat(text(writer.html(view))).contains("Measured, simple design");
		assertThat(new Markdown().report(view)).contains("### Measured\n\n- Recorded on 2026-11-25");
	}

	@Test
	void nothingIsSaidWithoutEvidence() {
		ReportWriter writer = new ReportWriter(Consultations.ADVISOR);
		ReportView view = writer.view(Consultations.simple());
		assertThat(view.sides()).allSatisfy((side) -> assertThat(side.measured()).isEmpty());
		assertThat(new Markdown().report(view)).doesNotContain("Measured");
		assertThat(text(writer.html(view))).doesNotContain("Measured");
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
