package dev.pghaadvisor.parts.haproxy;

import java.util.HashMap;
import java.util.Map;

import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Reads;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.Design;
import dev.pghaadvisor.rules.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Tests for {@link Reads}. */
class ReadsTests {

	private static final RuleBook BOOK = RuleBook.bundled();

	@ParameterizedTest
	@CsvSource({ "seconds, low, 10MB", "seconds, heavy, 500MB", "minute, low, 60MB", "minute, moderate, 600MB",
			"minutes, moderate, 3000MB", "minutes, heavy, 15000MB" })
	void theAgeBecomesBytesByThePeakOfWrites(String age, String load, String limit) {
		ClusterPlan plan = plan(Map.of("read-age", age, "write-load", load));
		assertThat(Reads.of(plan).limit()).isEqualTo(limit);
		assertThat(config(plan)).contains("uri /replica?lag=" + limit + "\n");
	}

	@ParameterizedTest
	@CsvSource({ "seconds, minutes, 5s", "seconds, 30s, 5s", "minute, minutes, 30s", "minute, 60s, 30s",
			"minute, 30s, 5s", "minutes, minutes, 120s", "minutes, 60s, 30s", "minutes, 30s, 5s" })
	void aQueryMayHoldUpTheReplayAsLongAsReadsAndFailoversAllow(String age, String rto, String delay) {
		ClusterPlan plan = plan(Map.of("read-age", age, "rto", rto));
		assertThat(plan.postgres().value("max_standby_streaming_delay")).isEqualTo(delay);
		assertThat(plan.postgres().value("max_standby_archive_delay")).isEqualTo("5s");
	}

	@Test
	void theLeaderKeepsRowsForReportsAlone() {
		assertThat(plan(Map.of("read-age", "minutes")).postgres().value("hot_standby_feedback")).isEqualTo("on");
		assertThat(plan(Map.of()).postgres().value("hot_standby_feedback")).isEqualTo("off");
		assertThat(plan(Map.of("read-age", "minutes", "read-scaling", "none", "criticality", "revenue")).postgres()
			.value("hot_standby_feedback")).isEqualTo("off");
	}

	@Test
	void aLateReplicaKeepsItsSessionsAndOneThatIsGoneDoesNot() {
		assertThat(config(plan(Map.of()))).contains("""
				    http-check connect
				    http-check send meth OPTIONS uri /replica
				    http-check expect status 200
				""").contains("    http-check expect status 200 error-status L7OKC\n").contains("shutdown-sessions");
	}

	@Test
	void readsGoToTheLeaderOnlyIfThatWasAnswered() {
		assertThat(config(plan(Map.of("read-fallback", "leader"))))
			.contains("    use_backend postgresql_write if { nbsrv(postgresql_read) eq 0 }\n");
		assertThat(config(plan(Map.of()))).doesNotContain("use_backend");
	}

	/** A backup reads as well, and what no file names would stay as it was. */
	@ParameterizedTest
	@CsvSource({ "30s, 5s", "60s, 30s", "minutes, 30s" })
	void aClusterWithoutReadersNamesWhatHoldsUpItsFailovers(String rto, String delay) {
		Advice advice = BOOK.advise(
				Answers.of(BOOK.questionnaire(), Map.of("criticality", "internal", "read-age", "minutes", "rto", rto)));
		assertThat(advice.design()).isEqualTo(Design.SIMPLE);
		ClusterPlan plan = Parts.plan(advice, Inventory.example(Shape.of(advice)));
		assertThat(plan.postgres().value("max_standby_streaming_delay")).isEqualTo(delay);
		assertThat(plan.postgres().value("max_standby_archive_delay")).isEqualTo("5s");
		assertThat(plan.postgres().value("hot_standby_feedback")).isEqualTo("off");
	}

	@Test
	void numbersThatMeanNothingAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Reads(0, 10, "", false));
		assertThatIllegalArgumentException().isThrownBy(() -> new Reads(60, 0, "", false));
	}

	private static ClusterPlan plan(Map<String, String> answers) {
		Map<String, String> all = new HashMap<>(Map.of("read-scaling", "now", "hosts", "three"));
		all.putAll(answers);
		Advice advice = BOOK.advise(Answers.of(BOOK.questionnaire(), all));
		return Parts.plan(advice, Inventory.example(Shape.of(advice)));
	}

	private static String config(ClusterPlan plan) {
		return Parts.bundle(plan, Map.of()).file("hosts/pg1/etc/haproxy/haproxy.cfg").text();
	}

}
