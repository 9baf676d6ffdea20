package dev.pghaadvisor.report;

import java.util.List;
import java.util.Map;

import dev.pghaadvisor.advice.Advisor;
import dev.pghaadvisor.forecast.Measurements;
import dev.pghaadvisor.rules.RuleBook;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What would change a recommendation, and what is not kept, in the order of a report. */
class ChangesTests {

	private final Advisor advisor = new Advisor(RuleBook.bundled(), Measurements.bundled());

	private final ReportWriter writer = new ReportWriter(this.advisor);

	@Test
	void oneCircumstanceOrOneDemandByOneStepComesBeforeLargerChanges() {
		List<ReportView.Change> changes = view(Map.of()).changes();
		List<Boolean> near = changes.stream().map(ReportView.Change::near).toList();
		assertThat(near).contains(true, false).isSortedAccordingTo((one, other) -> Boolean.compare(other, one));
		assertThat(changes.get(0).answers()).hasSize(1);
		assertThat(changes).filteredOn((change) -> !Boolean.TRUE.equals(change.near()))
			.extracting((change) -> change.answers().toString())
			.contains("{criticality=mission-critical}");
	}

	@Test
	void pairsOfAnswersAreNearWhereNothingIsNearer() {
		assertThat(view(Map.of("hosts", "two", "host-failures", "two")).changes()).isNotEmpty()
			.allMatch((change) -> Boolean.TRUE.equals(change.near()));
	}

	@Test
	void aWishThatIsNotKeptComesFirstWithBothNumbers() {
		ReportView.Notice first = view(Map.of("rto", "30s", "storage", "hdd")).warnings().get(0);
		assertThat(first.missed()).isTrue();
		assertThat(first.message()).contains("longer than the 30 s asked for").containsPattern("for \\d+[.]\\d s");
		assertThat(view(Map.of()).warnings()).noneMatch((notice) -> Boolean.TRUE.equals(notice.missed()));
	}

	private ReportView view(Map<String, String> answers) {
		return this.writer.view(this.advisor.consult(answers, Map.of()));
	}

}
