package dev.pghaadvisor.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.questionnaire.Option;
import dev.pghaadvisor.questionnaire.Question;
import dev.pghaadvisor.questionnaire.Questionnaire;

/**
 * The rules that decide, with questions and options as numbers, and their outcome for
 * every combination of answers. Options that no deciding rule tells apart are of one kind
 * and count as one; a combination is the number whose digits are kinds, in the mixed base
 * of the questions.
 */
final class Decision {

	static final byte SIMPLE = 0;

	static final byte FULL = 1;

	static final byte BLOCKED = 2;

	/** The table below holds a byte for each; more would make a start slow. */
	static final long MOST_COMBINATIONS = 5_000_000;

	private record Row(int[] masks, boolean requires, boolean suffices, boolean blocks, int simple, int full) {

		/** What it does, and what it depends on besides one question. */
		String without(int question) {
			int[] others = this.masks.clone();
			others[question] = -1;
			return Arrays.toString(others) + this.requires + this.suffices + this.blocks + this.simple + " "
					+ this.full;
		}

	}

	private final List<Question> questions;

	/** For each question the kind of each of its options. */
	private final int[][] kinds;

	private final int[] strides;

	private final int[] sizes;

	private final byte[] outcomes;

	private final List<Row> rows;

	private Decision(List<Question> questions, List<Row> rows, int[][] kinds, int combinations) {
		this.questions = questions;
		this.rows = rows;
		this.kinds = kinds;
		this.sizes = sizes(kinds);
		this.strides = new int[this.sizes.length];
		int stride = 1;
		for (int question = 0; question < this.strides.length; question++) {
			this.strides[question] = stride;
			stride *= this.sizes[question];
		}
		this.outcomes = new byte[combinations];
		fill();
	}

	static Decision of(Questionnaire questionnaire, List<Rule> rules) throws RuleFileException {
		List<Rule> deciding = rules.stream().filter(Decision::decides).toList();
		Set<String> named = new LinkedHashSet<>();
		deciding.forEach((rule) -> named.addAll(rule.when().keySet()));
		List<Question> questions = questionnaire.questions()
			.stream()
			.filter((question) -> named.contains(question.id()))
			.toList();
		List<Row> rows = deciding.stream().map((rule) -> row(rule, questions)).toList();
		int[][] kinds = new int[questions.size()][];
		for (int question = 0; question < kinds.length; question++) {
			kinds[question] = kinds(question, questions.get(question).options().size(), rows);
		}
		long product = 1;
		for (int size : sizes(kinds)) {
			product *= size;
			if (product > MOST_COMBINATIONS) {
				throw new RuleFileException(List.of("The rules that decide name " + questions.size() + " questions ("
						+ String.join(", ", named) + "), which have more than " + MOST_COMBINATIONS
						+ " combinations: nothing could be proved about them"));
			}
		}
		return new Decision(questions, rows, kinds, (int) product);
	}

	/**
	 * Numbers the options so that those get the same with which the same rows fire, or
	 * others that do the same under the same further conditions.
	 */
	private static int[] kinds(int question, int options, List<Row> rows) {
		List<List<String>> seen = new ArrayList<>();
		int[] kinds = new int[options];
		for (int option = 0; option < options; option++) {
			int bit = option;
			List<String> firing = rows.stream()
				.filter((row) -> (row.masks()[question] >> bit & 1) != 0)
				.map((row) -> row.without(question))
				.sorted()
				.toList();
			if (!seen.contains(firing)) {
				seen.add(firing);
			}
			kinds[option] = seen.indexOf(firing);
		}
		return kinds;
	}

	private static int[] sizes(int[][] kinds) {
		return Arrays.stream(kinds).mapToInt((some) -> Arrays.stream(some).max().orElse(0) + 1).toArray();
	}

	static boolean decides(Rule rule) {
		return rule.effects().stream().anyMatch(Effect::decides);
	}

	private static Row row(Rule rule, List<Question> questions) {
		int[] masks = new int[questions.size()];
		for (int question = 0; question < masks.length; question++) {
			masks[question] = mask(rule.when(), questions.get(question));
		}
		int simple = 0;
		int full = 0;
		boolean requires = false;
		boolean suffices = false;
		boolean blocks = false;
		for (Effect effect : rule.effects()) {
			if (effect instanceof Effect.Favour favour) {
				simple += (favour.design() == Design.SIMPLE) ? favour.weight() : 0;
				full += (favour.design() == Design.FULL) ? favour.weight() : 0;
			}
			requires |= effect instanceof Effect.RequireFull;
			suffices |= effect instanceof Effect.SimpleSuffices;
			blocks |= effect instanceof Effect.Block;
		}
		return new Row(masks, requires, suffices, blocks, simple, full);
	}

	private static int mask(Map<String, Set<String>> when, Question question) {
		Set<String> options = when.get(question.id());
		if (options == null) {
			return -1;
		}
		int mask = 0;
		for (int option = 0; option < question.options().size(); option++) {
			mask |= options.contains(question.options().get(option).id()) ? 1 << option : 0;
		}
		return mask;
	}

	private void fill() {
		int[] digits = new int[this.strides.length];
		int[][] bits = new int[this.strides.length][];
		for (int question = 0; question < bits.length; question++) {
			int number = question;
			bits[question] = IntStream.range(0, this.sizes[question])
				.map((kind) -> 1 << option(number, kind))
				.toArray();
		}
		for (int combination = 0; combination < this.outcomes.length; combination++) {
			this.outcomes[combination] = judge(digits, bits);
			for (int question = 0; question < digits.length; question++) {
				digits[question]++;
				if (digits[question] < this.sizes[question]) {
					break;
				}
				digits[question] = 0;
			}
		}
	}

	private byte judge(int[] digits, int[][] bits) {
		boolean required = false;
		boolean suffices = false;
		int weight = 0;
		for (Row row : this.rows) {
			if (fires(row.masks(), digits, bits)) {
				if (row.blocks()) {
					return BLOCKED;
				}
				required |= row.requires();
				suffices |= row.suffices();
				weight += row.full() - row.simple();
			}
		}
		return (required || (!suffices && weight > 0)) ? FULL : SIMPLE;
	}

	private static boolean fires(int[] masks, int[] digits, int[][] bits) {
		for (int question = 0; question < masks.length; question++) {
			if ((masks[question] & bits[question][digits[question]]) == 0) {
				return false;
			}
		}
		return true;
	}

	int combinations() {
		return this.outcomes.length;
	}

	List<Question> questions() {
		return this.questions;
	}

	int stride(int question) {
		return this.strides[question];
	}

	/** How many kinds of options it has. */
	int kinds(int question) {
		return this.sizes[question];
	}

	/** The kind of one of its options. */
	int kind(int question, int option) {
		return this.kinds[question][option];
	}

	/** The first option of a kind. */
	int option(int question, int kind) {
		int option = 0;
		while (this.kinds[question][option] != kind) {
			option++;
		}
		return option;
	}

	byte outcome(int combination) {
		return this.outcomes[combination];
	}

	int digit(int combination, int question) {
		return combination / this.strides[question] % this.sizes[question];
	}

	/** The combination with another option at one question. */
	int with(int combination, int question, int option) {
		return combination + (kind(question, option) - digit(combination, question)) * this.strides[question];
	}

	int combination(Answers answers) {
		int combination = 0;
		for (int question = 0; question < this.strides.length; question++) {
			List<String> options = this.questions.get(question).options().stream().map(Option::id).toList();
			combination += kind(question, options.indexOf(answers.option(this.questions.get(question).id())))
					* this.strides[question];
		}
		return combination;
	}

}
