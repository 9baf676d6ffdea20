package dev.pghaadvisor.forecast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.questionnaire.Option;
import dev.pghaadvisor.questionnaire.Question;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.Design;
import dev.pghaadvisor.rules.Finding;
import dev.pghaadvisor.rules.Preset;
import dev.pghaadvisor.rules.RuleBook;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Plans and forecasts what the shipped rules recommend. */
class RuleBookTests {

	/** Questions whose rules set what invariants compare. */
	private static final Set<String> COMPARED = Set.of("criticality", "workload", "write-load", "connections", "rto",
			"rpo", "drivers", "host-failures", "sites", "network", "hosts", "storage", "platform", "read-scaling",
			"read-age", "routing");

	private static final RuleBook BOOK = RuleBook.bundled();

	@Test
	void everyPresetIsPlannedOnWhatItsAnswersSay() {
		assertThat(BOOK.presets()).isNotEmpty();
		for (Preset preset : BOOK.presets()) {
			ClusterPlan plan = plan(preset.answers()).orElseThrow();
			assertThat(plan.hosts()).as(preset.id()).hasSameSizeAs(plan.shape().slots());
			assertThat(Forecasts.of(plan)).as(preset.id()).isNotEmpty();
			assertThat(Availability.of(plan).terms()).as(preset.id()).isNotEmpty();
		}
	}

	@Test
	void theOtherDesignIsPlannedForTheSameAnswers() {
		for (Preset preset : BOOK.presets()) {
			Answers answers = Answers.of(BOOK.questionnaire(), preset.answers());
			for (Design design : Design.values()) {
				Advice advice = BOOK.advise(answers, design);
				if (advice.design() != null) {
					ClusterPlan plan = Parts.plan(advice, Inventory.example(Shape.of(advice)));
					assertThat(plan.shape().design()).as(preset.id()).isEqualTo(design);
				}
			}
		}
	}

	/**
	 * Invariants compare settings of few questions; with every three answers that differ
	 * from the defaults each of them has met each other.
	 */
	@Test
	void everyThreeAnswersThatAreNotBlockedMakeAPlanThatMeetsItsRtoOrSaysSo() {
		List<Question> questions = BOOK.questionnaire()
			.questions()
			.stream()
			.filter((question) -> COMPARED.contains(question.id()))
			.toList();
		Set<Map<String, String>> seen = new HashSet<>();
		int shortfalls = 0;
		for (Map<String, String> answers : changes(questions, 0, 3)) {
			Optional<ClusterPlan> plan = plan(answers);
			if (plan.isEmpty() || !seen.add(settingsAndRto(plan.get()))) {
				continue;
			}
			double worst = Forecasts.of(plan.get())
				.stream()
				.filter((forecast) -> forecast.scenario() == Scenario.LEADER_POWEROFF)
				.findFirst()
				.orElseThrow()
				.worst();
			int allowed = plan.get().advice().answers().get(Rto.CHOICE).seconds();
			Optional<Finding> shortfall = Shortfalls.rto(plan.get());
			assertThat(shortfall.isPresent()).as(answers.toString()).isEqualTo(worst > allowed);
			shortfalls += shortfall.isPresent() ? 1 : 0;
		}
		assertThat(seen).hasSizeGreaterThan(100);
		assertThat(shortfalls).isPositive();
	}

	private static Map<String, String> settingsAndRto(ClusterPlan plan) {
		Map<String, String> key = new HashMap<>(plan.advice().settings().asMap());
		key.put("rto", plan.advice().answers().option("rto"));
		return key;
	}

	private static List<Map<String, String>> changes(List<Question> questions, int from, int most) {
		List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
		if (most == 0) {
			return all;
		}
		for (int index = from; index < questions.size(); index++) {
			Question question = questions.get(index);
			for (Map<String, String> more : changes(questions, index + 1, most - 1)) {
				for (Option option : question.options()) {
					if (!option.id().equals(question.defaultOption())) {
						Map<String, String> change = new HashMap<>(more);
						change.put(question.id(), option.id());
						all.add(change);
					}
				}
			}
		}
		return all;
	}

	private static Optional<ClusterPlan> plan(Map<String, String> answers) {
		Advice advice = BOOK.advise(Answers.of(BOOK.questionnaire(), answers));
		return (advice.design() == null) ? Optional.empty()
				: Optional.of(Parts.plan(advice, Inventory.example(Shape.of(advice))));
	}

}
