package dev.pghaadvisor.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.pghaadvisor.questionnaire.Question;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link Reevaluation}. */
class ReevaluationTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Advisor advisor = Consultations.ADVISOR;

	private final Consultation consultation = Consultations.simple();

	private final byte[] zip = this.advisor.bundle(this.consultation).zip();

	@Test
	void aReportOfTodayHasNoDifference() {
		Reevaluation today = Reevaluation.of(stored(Consultations.MONITORING, null, this.zip), this.advisor);
		assertThat(today.notes()).isEmpty();
		assertThat(today.differences()).isEmpty();
	}

	@Test
	void whatOldRulesSaidStandsBesideWhatTodaysSay() {
		ReportView then = changed((view) -> {
			view.put("headline", "The full design fits");
			((ObjectNode) setting(view, "ttl")).put("value", "77");
			((ObjectNode) setting(view, "loop-wait")).put("name", "gone-since");
			((ObjectNode) view.path("warnings").get(0)).put("rule", "old-risk").put("message", "A risk of old.");
		});
		Reevaluation today = Reevaluation.of(stored(then, Consultations.MONITORING, null, this.zip), this.advisor);
		assertThat(today.differences())
			.contains(new Reevaluation.Difference("Recommendation", "The full design fits", "The simple design fits"),
					new Reevaluation.Difference("Setting gone-since", "10", "-"),
					new Reevaluation.Difference("Setting loop-wait", "-", "10"),
					new Reevaluation.Difference("Risk: old-risk", "A risk of old.", "-"))
			.anyMatch((difference) -> difference.what().equals("Setting ttl") && difference.then().equals("77"))
			.hasSize(6);
	}

	@Test
	void filesThatWouldHaveOtherBytesAreNamed() {
		byte[] other = this.advisor.bundle(Consultations.full()).zip();
		Reevaluation today = Reevaluation.of(stored(Consultations.MONITORING, null, other), this.advisor);
		assertThat(today.differences())
			.contains(new Reevaluation.Difference("File hosts/lb1/etc/haproxy/haproxy.cfg", "there", "-"),
					new Reevaluation.Difference("File hosts/pg1/etc/patroni/config.yml", "there", "other content"),
					new Reevaluation.Difference("File hosts/pg1/etc/keepalived/keepalived.conf", "-", "new"))
			.noneMatch((difference) -> difference.what().equals("File ansible.cfg"));
	}

	@Test
	void answersThatAreNoLongerUnderstoodAreNamedAndFilesNotCompared() {
		Reevaluation today = Reevaluation.of(stored(Map.of("criticality", "internal", "failover-errors", "tolerated",
				"colour", "blue", "workload", "gigantic"), null, this.zip), this.advisor);
		assertThat(today.notes()).containsExactlyInAnyOrder("The question \"colour\" is no longer asked.",
				"\"gigantic\" is no longer an answer to \"%s\"; %s is used instead."
					.formatted(question("workload").text(), question("workload").option("medium").label()));
		assertThat(today.differences()).isEmpty();
	}

	@Test
	void anInventoryThatNoLongerFitsIsReplacedByExamples() {
		Reevaluation today = Reevaluation.of(
				stored(Consultations.MONITORING,
						Map.of("hosts", List.of(Map.of("name", "pg1", "address", "192.0.2.11"))), this.zip),
				this.advisor);
		assertThat(today.notes())
			.containsExactly("The names and addresses no longer fit; example values are used instead.");
	}

	private Question question(String id) {
		return this.advisor.ruleBook().questionnaire().question(id);
	}

	private StoredReport stored(Map<String, String> answers, @Nullable Map<String, Object> inventory, byte[] zip) {
		return stored(this.advisor.view(this.consultation), answers, inventory, zip);
	}

	private static StoredReport stored(ReportView view, Map<String, String> answers,
			@Nullable Map<String, Object> inventory, byte[] zip) {
		return new StoredReport("AAAAAAAAAAAAAAAAAAAAAA", Instant.EPOCH, "0123456789abcdef", "0.0.1", view, answers,
				inventory, zip);
	}

	private ReportView changed(Consumer<ObjectNode> change) {
		ObjectNode view = JSON.valueToTree(this.advisor.view(this.consultation));
		change.accept(view);
		return JSON.treeToValue(view, ReportView.class);
	}

	private static JsonNode setting(ObjectNode view, String name) {
		return view.path("settings")
			.valueStream()
			.filter((setting) -> setting.path("name").asString().equals(name))
			.findFirst()
			.orElseThrow();
	}

}
