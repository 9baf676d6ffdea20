package dev.pghaadvisor.rules;

import java.util.Map;
import java.util.Objects;

import dev.pghaadvisor.questionnaire.Answers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What the article says about named cases. */
class ArticleCasesTests {

	private static final RuleBook BOOK = RuleBook.bundled();

	@ParameterizedTest
	@CsvSource({ "lab, SIMPLE", "monitoring, SIMPLE", "internal-tool, SIMPLE", "business, FULL", "shop, FULL",
			"payments, FULL" })
	void presetsGetTheDesignThatTheArticleGivesThem(String id, Design design) {
		Preset preset = BOOK.presets().stream().filter((one) -> one.id().equals(id)).findFirst().orElseThrow();
		assertThat(advise(preset.answers()).design()).isEqualTo(design);
	}

	@ParameterizedTest
	@CsvSource({ "criticality, mission-critical", "availability, 99.99", "availability, 99.999",
			"failover-errors, not-tolerated", "read-scaling, now", "routing, pooling", "routing, advanced" })
	void oneStrictDemandMakesEvenALabFull(String question, String option) {
		Preset lab = BOOK.presets().get(0);
		Answers answers = Answers.of(BOOK.questionnaire(), lab.answers())
			.with(Map.of(question, option, "team", "dba-on-call"));
		assertThat(BOOK.advise(answers).design()).isEqualTo(Design.FULL);
	}

	@Test
	void twoLossesAtOncePartQuorumAndDataWithOrWithoutRouters() {
		assertThat(advise(Map.of("host-failures", "two")).settings().asMap()).containsEntry("footprint", "simple-6");
		assertThat(advise(Map.of("host-failures", "two", "read-scaling", "now")).settings().asMap())
			.containsEntry("footprint", "full-8");
	}

	@Test
	void whatDoesWithoutARouterIsNoReasonWhereOneIsNeeded() {
		assertThat(advise(Map.of("network", "azure")).findings()).extracting(Finding::rule)
			.contains("a-balancer-needs-no-router");
		assertThat(advise(Map.of("network", "azure", "read-scaling", "now")).findings()).extracting(Finding::rule)
			.contains("azure-reads-need-a-read-pool")
			.doesNotContain("a-balancer-needs-no-router");
	}

	@Test
	void twoHostsAreBlockedForWantOfAQuorumAndHaveNoSettings() {
		Advice advice = advise(Map.of("hosts", "two"));
		assertThat(advice.verdict()).isEqualTo(new Verdict.Blocked());
		assertThat(advice.settings().asMap()).isEmpty();
		assertThat(advice.blockers()).extracting(Finding::rule).containsExactly("two-hosts-have-no-quorum");
	}

	@ParameterizedTest
	@CsvSource({ "two-and-witness", "three", "five" })
	void twoFailuresOnFewerThanEightHostsAreBlocked(String hosts) {
		assertThat(advise(Map.of("host-failures", "two", "hosts", hosts)).design()).isNull();
	}

	@Test
	void twoFailuresWithoutLossTakeTwoSynchronousStandbysAndWarnOfLatency() {
		Advice advice = advise(Map.of("host-failures", "two", "rpo", "zero"));
		assertThat(number(advice.settings(), "synchronous-node-count")).isEqualTo(2);
		assertThat(advice.warnings()).extracting(Finding::rule)
			.contains("two-synchronous-standbys-wait-for-the-slower");
	}

	@Test
	void twoSitesAreNotBlockedButGetNoPromise() {
		Advice advice = advise(Map.of("sites", "two", "rpo", "minutes"));
		assertThat(advice.design()).isNotNull();
		Finding warning = advice.warnings()
			.stream()
			.filter((one) -> one.rule().equals("two-sites-fail-over-by-decision"))
			.findFirst()
			.orElseThrow();
		assertThat(warning.change()).contains("witness", "third site", "standby cluster", "by hand");
	}

	@Test
	void sharedHardwareWarnsLoudly() {
		assertThat(advise(Map.of("failure-domains", "shared")).warnings()).extracting(Finding::message)
			.anySatisfy((message) -> assertThat(message).contains("one failure domain"));
	}

	@ParameterizedTest
	@CsvSource({ "ssd, moderate, one, same-l2, 20", "nvme, heavy, one, same-l2, 20", "san, low, one, same-l2, 20",
			"san, heavy, one, same-l2, 30", "hdd, low, one, same-l2, 30", "ssd, low, two, same-l2, 30",
			"ssd, low, three, same-l2, 30", "ssd, low, one, aws, 30", "ssd, low, one, gcp, 30",
			"ssd, low, one, azure, 30", "ssd, low, one, routed, 20" })
	void thirtySecondsGetShortTimersOnlyWhereRetriesOfFiveSecondsAreSafe(String storage, String writes, String sites,
			String network, int ttl) {
		Settings settings = advise(
				Map.of("rto", "30s", "storage", storage, "write-load", writes, "sites", sites, "network", network))
			.settings();
		assertThat(number(settings, "ttl")).isEqualTo(ttl);
		assertThat(number(settings, "loop-wait") + 2 * number(settings, "retry-timeout")).isLessThanOrEqualTo(ttl);
	}

	@Test
	void everyFindingIsBoundToTheAnswersThatFiredIt() {
		Advice advice = advise(Map.of("read-scaling", "now"));
		assertThat(advice.findings()).filteredOn((one) -> one.effect() instanceof Effect.RequireFull)
			.extracting(Finding::rule, Finding::answers)
			.containsExactly(tuple("reads-need-a-read-pool",
					Map.of("read-scaling", "now", "network", "same-l2", "drivers", "unknown")));
		assertThat(advice.findings()).allSatisfy((one) -> assertThat(one.sources()).isNotEmpty());
	}

	@Test
	void aDemandOneStepTooLaxIsANearMiss() {
		assertThat(advise(Map.of("read-scaling", "planned")).nearMisses()).extracting(NearMiss::rule)
			.contains("reads-need-a-read-pool")
			.doesNotContain("mission-critical-favours-full");
	}

	@Test
	void theOtherDesignCanBeAskedForWithItsSettings() {
		Answers answers = Answers.of(BOOK.questionnaire(), Map.of());
		assertThat(BOOK.advise(answers, Design.SIMPLE).settings().asMap()).containsEntry("footprint", "simple-3");
		assertThat(BOOK.advise(answers, Design.FULL).settings().asMap()).containsEntry("footprint", "full-3");
		Answers blocked = answers.with(Map.of("hosts", "two"));
		assertThat(BOOK.advise(blocked, Design.FULL).settings().asMap()).isEmpty();
	}

	private static Advice advise(Map<String, String> answers) {
		return BOOK.advise(Answers.of(BOOK.questionnaire(), answers));
	}

	private static int number(Settings settings, String key) {
		return Integer.parseInt(Objects.requireNonNull(settings.asMap().get(key)));
	}

}
