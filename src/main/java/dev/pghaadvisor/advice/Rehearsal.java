package dev.pghaadvisor.advice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.pghaadvisor.forecast.Forecasts;
import dev.pghaadvisor.forecast.Shortfalls;
import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.PatroniTimers;
import dev.pghaadvisor.plan.PlanChoices;
import dev.pghaadvisor.plan.PostgresSettings;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.plan.Synchronous;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.Design;
import dev.pghaadvisor.rules.RuleBook;
import dev.pghaadvisor.rules.RuleFileException;
import dev.pghaadvisor.rules.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Plans what rules can lead to once, so that settings that do not fit together are found
 * at the start instead of by the first visitor. Names and addresses are those of the
 * example: what is wrong with other ones is their owner's to mend.
 */
public final class Rehearsal {

	/** Whoever set one value wrong reads no more of what follows from it. */
	private static final int MOST_PROBLEMS = 5;

	private final RuleBook book;

	/** By what went wrong, so that each is told once. */
	private final Map<String, String> problems = new LinkedHashMap<>();

	private Rehearsal(RuleBook book) {
		this.book = book;
	}

	/**
	 * Tries the defaults, every preset and situation, and answers that make values meet
	 * that code reads.
	 * @throws RuleFileException naming the answers that cannot be planned, and why
	 */
	public static void of(RuleBook book, Collection<Choice<?>> known) throws RuleFileException {
		Rehearsal rehearsal = new Rehearsal(book);
		rehearsal.play("the defaults", Map.of());
		book.presets().forEach((preset) -> rehearsal.play("the preset " + preset.id(), preset.answers()));
		for (Map<String, String> answers : book.encounters(known, PlanChoices.COMPARED)) {
			if (rehearsal.problems.size() < MOST_PROBLEMS) {
				rehearsal.play(null, answers);
			}
		}
		// Last, because the others find the fewest answers that lead somewhere.
		book.situations()
			.forEach((situation) -> rehearsal.play("the situation " + situation.id(), situation.answers()));
		if (!rehearsal.problems.isEmpty()) {
			throw new RuleFileException(new ArrayList<>(rehearsal.problems.values()));
		}
	}

	private void play(@Nullable String name, Map<String, String> answers) {
		String wrong = wrong(answers);
		if (!wrong.isEmpty() && !this.problems.containsKey(wrong)) {
			this.problems.put(wrong, "With " + ((name != null) ? name : fewest(answers, wrong)) + ": " + wrong);
		}
	}

	private String wrong(Map<String, String> answers) {
		try {
			plan(this.book.advise(Answers.of(this.book.questionnaire(), answers)));
			return "";
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	/**
	 * All of a report that depends on rules: the plan, its forecasts, the other design.
	 */
	private void plan(Advice advice) {
		Design design = advice.design();
		if (design == null) {
			return;
		}
		ClusterPlan plan = Parts.plan(advice, Inventory.example(Shape.of(advice)));
		Shortfalls.of(plan);
		Design other = (design == Design.SIMPLE) ? Design.FULL : Design.SIMPLE;
		Settings settings = this.book.advise(advice.answers(), other).settings();
		Forecasts.of(Shape.of(other, settings), PatroniTimers.of(settings), Synchronous.of(settings),
				settings.value(PostgresSettings.REPLICATION_TIMEOUT));
	}

	/** Leaves out every answer without which the same goes wrong. */
	private Map<String, String> fewest(Map<String, String> answers, String wrong) {
		Map<String, String> fewest = new LinkedHashMap<>(answers);
		for (String question : List.copyOf(answers.keySet())) {
			String answer = fewest.remove(question);
			if (answer != null && !wrong(fewest).equals(wrong)) {
				fewest.put(question, answer);
			}
		}
		return fewest;
	}

}
