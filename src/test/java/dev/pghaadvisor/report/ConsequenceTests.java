package dev.pghaadvisor.report;

import java.util.HashMap;
import java.util.Map;

import dev.pghaadvisor.advice.Advisor;
import dev.pghaadvisor.advice.Consultations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link Consequence}. */
class ConsequenceTests {

	private static final String WRITES = "; write outage at worst 34.0\u00a0s instead of 38.6\u00a0s";

	private final Advisor advisor = Consultations.ADVISOR;

	private final ReportWriter writer = new ReportWriter(this.advisor);

	@Test
	void anAnswerThatFlipsTheDesignSaysWhatComesWithIt() {
		Consequence consequence = consequence(Consultations.MONITORING, "availability", "99.99");
		assertThat(consequence.asked())
			.isEqualTo("How much availability has been promised? “99.99 %” instead of “99.9 %”");
		assertThat(consequence.effect())
			.startsWith("gave the full design instead of the simple one; 8 hosts instead of 3; HAProxy is added"
					+ WRITES + "; etcd gets hosts of its own; ")
			.contains("; 2 new reasons; ")
			.endsWith(" settings have other values.");
		assertThat(consequence.details())
			.anyMatch((line) -> line.startsWith("New reason: The year's budget is 53 minutes"))
			.anyMatch((line) -> line.startsWith("New warning: With the usual assumptions a year has "))
			.anyMatch((line) -> line.startsWith("No longer a warning: "))
			.anyMatch((line) -> line.startsWith("Settings: ") && line.contains("shared_buffers 3GB instead of 2816MB, ")
					&& line.contains("max_parallel_workers is set to "));
	}

	@Test
	void theWayBackSaysTheOpposite() {
		Map<String, String> full = Map.of("criticality", "internal", "failover-errors", "tolerated", "availability",
				"99.99");
		assertThat(of(full, Consultations.MONITORING).effect())
			.startsWith("gave the simple design instead of the full one; 3 hosts instead of 8; HAProxy is not needed; ")
			.contains("; 2 reasons less; ");
	}

	@Test
	void anAnswerThatChangesNothingSaysSo() {
		Consequence consequence = consequence(Map.of(), "drivers", "single-host");
		assertThat(consequence.effect()).isEqualTo("changed nothing.");
		assertThat(consequence.details()).isEmpty();
	}

	@Test
	void oneOrTwoSettingsAreNamedAndMoreAreCountedAndListed() {
		assertThat(consequence(Map.of(), "rto", "minutes").effect())
			.isEqualTo("kept the simple design; primary-start-timeout 300 instead of 60.");
		Consequence five = consequence(Map.of(), "rto", "30s");
		assertThat(five.effect())
			.startsWith("kept the simple design; write outage at worst 28.6\u00a0s instead of 38.6\u00a0s")
			.endsWith("; 5 settings have other values.");
		assertThat(five.details())
			.contains("Settings: loop-wait 5 instead of 10, primary-start-timeout 30 instead of 60, "
					+ "retry-timeout 5 instead of 10, ttl 20 instead of 30, max_standby_streaming_delay 5s instead of 30s.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "five", "three" })
	void fewerHostsSayThatEtcdSharesTheDatabasesHosts(String hosts) {
		Map<String, String> eight = Map.of("availability", "99.99");
		Map<String, String> fewer = new HashMap<>(eight);
		fewer.put("hosts", hosts);
		assertThat(of(eight, fewer).effect()).contains("hosts instead of 8", "etcd moves onto the database hosts");
		assertThat(of(fewer, eight).effect()).contains("8 hosts instead of", "etcd gets hosts of its own");
	}

	@Test
	void nothingIsSaidOfEtcdWhereItStays() {
		assertThat(consequence(Map.of(), "rto", "30s").effect()).doesNotContain("etcd");
	}

	@Test
	void anAnswerThatRulesEveryDesignOutSaysWhy() {
		Consequence consequence = consequence(Map.of(), "hosts", "two");
		assertThat(consequence.asked()).isEqualTo("How many hosts can there be? “Two” instead of “As many as needed”");
		assertThat(consequence.effect())
			.isEqualTo("ruled every design out: Two hosts cannot agree on a leader once one of them is gone.");
	}

	@Test
	void anAnswerThatMakesADesignPossibleAgainNamesIt() {
		assertThat(consequence(Map.of("hosts", "two"), "hosts", "three").effect())
			.isEqualTo("made a design possible again: the simple one, 3 hosts.");
		assertThat(of(Map.of("hosts", "two"), Map.of("availability", "99.99")).effect())
			.isEqualTo("made a design possible again: the full one, 8 hosts.");
	}

	@Test
	void whatStaysBlockedIsSaidToStayBlocked() {
		assertThat(consequence(Map.of("hosts", "two"), "storage", "nvme").effect())
			.isEqualTo("changed nothing: still no design fits.");
		Consequence other = consequence(Map.of("hosts", "two", "host-failures", "two"), "hosts", "three");
		assertThat(other.effect()).isEqualTo("still left no design, for other reasons.");
		assertThat(other.details()).anyMatch((line) -> line.startsWith("Also in the way: "))
			.anyMatch((line) -> line.startsWith("No longer in the way: Two hosts cannot agree"));
	}

	@Test
	void anotherWayInIsNamed() {
		assertThat(consequence(Map.of(), "network", "aws").effect()).isEqualTo(
				"kept the simple design; Keepalived is not needed; clients come in by the cloud's load balancer; "
						+ "write outage at worst 46.5\u00a0s instead of 38.6\u00a0s; 1 new reason; 2 new warnings.");
	}

	@Test
	void whoIsNotSureChangedNothingButTheAnswer() {
		Consequence consequence = consequence(Map.of(), "criticality", "not-sure");
		assertThat(consequence.asked()).endsWith("“Not sure” instead of “Business application”");
		assertThat(consequence.effect()).isEqualTo("changed nothing.");
	}

	@Test
	void twoAnswersAreNamedAndMoreAreCounted() {
		assertThat(of(Map.of(), Map.of("rto", "30s", "storage", "nvme")).asked()).isEqualTo(
				"After a host fails, how long may the write outage last? “30 seconds” instead of “60 seconds” and "
						+ "What storage do the database hosts have? “NVMe” instead of “SSD”");
		assertThat(of(Map.of(), Consultations.SHOP).asked()).isEqualTo("4 other answers");
	}

	@Test
	void thereIsNoneWithoutAnotherAnswer() {
		assertThat(this.writer.consequence(Consultations.SHOP, Consultations.full())).isEmpty();
	}

	private Consequence consequence(Map<String, String> before, String question, String option) {
		Map<String, String> after = new HashMap<>(before);
		after.put(question, option);
		return of(before, after);
	}

	private Consequence of(Map<String, String> before, Map<String, String> after) {
		return this.writer.consequence(before, this.advisor.consult(after, Map.of())).orElseThrow();
	}

}
