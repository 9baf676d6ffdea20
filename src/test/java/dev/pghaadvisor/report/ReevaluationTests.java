package dev.pghaadvisor.report;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

import dev.pghaadvisor.advice.Advisor;
import dev.pghaadvisor.advice.Consultation;
import dev.pghaadvisor.advice.Consultations;
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

	private final ReportWriter writer = new ReportWriter(this.advisor);

	private final Consultation consultation = Consultations.simple();

	private final SortedMap<String, byte[]> files = files(this.consultation);

	@Test
	void aReportOfTodayHasNoDifference() {
		Reevaluation today = this.writer.today(earlier(Consultations.MONITORING, null, this.files));
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
		Reevaluation today = this.writer.today(earlier(then, Consultations.MONITORING, null, this.files));
		assertThat(today.differences())
			.contains(new Difference("Recommendation", "The full design fits", "The simple design fits"),
					new Difference("Setting gone-since", "10", "-"), new Difference("Setting loop-wait", "-", "10"),
					new Difference("Risk: old-risk", "A risk of old.", "-"))
			.anyMatch((difference) -> difference.what().equals("Setting ttl") && difference.then().equals("77"))
			.hasSize(6);
	}

	@Test
	void filesThatWouldHaveOtherBytesAreNamed() {
		SortedMap<String, byte[]> other = files(Consultations.full());
		Reevaluation today = this.writer.today(earlier(Consultations.MONITORING, null, other));
		assertThat(today.differences())
			.contains(new Difference("File hosts/lb1/etc/haproxy/haproxy.cfg", "there", "-"),
					new Difference("File hosts/pg1/etc/patroni/config.yml", "there", "other content"),
					new Difference("File hosts/pg1/etc/keepalived/keepalived.conf", "-", "new"))
			.noneMatch((difference) -> difference.what().equals("File ansible.cfg"));
	}

	@Test
	void answersThatAreNoLongerUnderstoodAreNamedAndFilesNotCompared() {
		Reevaluation today = this.writer.today(earlier(Map.of("criticality", "internal", "failover-errors", "tolerated",
				"colour", "blue", "workload", "gigantic"), null, this.files));
		assertThat(today.notes()).containsExactlyInAnyOrder("The question \"colour\" is no longer asked.",
				"\"gigantic\" is no longer an answer to \"%s\"; %s is used instead."
					.formatted(question("workload").text(), question("workload").option("medium").label()));
		assertThat(today.differences()).isEmpty();
	}

	@Test
	void anInventoryThatNoLongerFitsIsReplacedByExamples() {
		Reevaluation today = this.writer.today(earlier(Consultations.MONITORING,
				Map.of("hosts", List.of(Map.of("name", "pg1", "address", "192.0.2.11"))), this.files));
		assertThat(today.notes())
			.containsExactly("The names and addresses no longer fit; example values are used instead.");
	}

	private Question question(String id) {
		return this.advisor.ruleBook().questionnaire().question(id);
	}

	private SortedMap<String, byte[]> files(Consultation consultation) {
		SortedMap<String, byte[]> files = new TreeMap<>();
		this.writer.bundle(consultation).files().forEach((path, file) -> files.put(path, file.bytes()));
		return files;
	}

	private EarlierReport earlier(Map<String, String> answers, @Nullable Map<String, Object> inventory,
			SortedMap<String, byte[]> files) {
		return earlier(this.writer.view(this.consultation), answers, inventory, files);
	}

	private static EarlierReport earlier(ReportView view, Map<String, String> answers,
			@Nullable Map<String, Object> inventory, SortedMap<String, byte[]> files) {
		return new EarlierReport(view, answers, inventory, files);
	}

	private ReportView changed(Consumer<ObjectNode> change) {
		ObjectNode view = JSON.valueToTree(this.writer.view(this.consultation));
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
