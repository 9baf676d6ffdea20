package dev.pghaadvisor.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.questionnaire.Option;
import dev.pghaadvisor.questionnaire.Question;
import dev.pghaadvisor.questionnaire.Questionnaire;

/**
 * The rules that decide, with questions and options as numbers, and their outcome for
 * every combination of answers. A combination is the number whose digits are its options,
 * in the mixed base of the questions.
 */
final class Decision {

	static final byte SIMPLE = 0;

	static final byte FULL = 1;

	static final byte BLOCKED = 2;

	/** The table below holds a byte for each; more would make a start slow. */
	static final long MOST_COMBINATIONS = 5_000_000;

	private record Row(int[] masks, boolean requires, boolean blocks, int simple, int full) {
	}

	private final List<Question> questions;

	private final int[] strides;

	private final int[] sizes;

	private final byte[] outcomes;

	private final List<Row> rows;

	private Decision(List<Question> questions, List<Row> rows, int combinations) {
		this.questions = questions;
		this.rows = rows;
		this.sizes = questions.stream().mapToInt((question) -> question.options().size()).toArray();
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
		long product = 1;
		for (Question question : questions) {
			product *= question.options().size();
			if (product > MOST_COMBINATIONS) {
				throw new RuleFileException(List.of("The rules that decide name " + questions.size() + " questions ("
						+ String.join(", ", named) + "), which have more than " + MOST_COMBINATIONS
						+ " combinations: nothing could be proved about them"));
			}
		}
		return new Decision(questions, deciding.stream().map((rule) -> row(rule, questions)).toList(), (int) product);
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
		boolean blocks = false;
		for (Effect effect : rule.effects()) {
			if (effect instanceof Effect.Favour favour) {
				simple += (favour.design() == Design.SIMPLE) ? favour.weight() : 0;
				full += (favour.design() == Design.FULL) ? favour.weight() : 0;
			}
			requires |= effect instanceof Effect.RequireFull;
			blocks |= effect instanceof Effect.Block;
		}
		return new Row(masks, requires, blocks, simple, full);
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
		for (int combination = 0; combination < this.outcomes.length; combination++) {
			this.outcomes[combination] = judge(digits);
			for (int question = 0; question < digits.length; question++) {
				digits[question]++;
				if (digits[question] < this.sizes[question]) {
					break;
				}
				digits[question] = 0;
			}
		}
	}

	private byte judge(int[] digits) {
		boolean required = false;
		int weight = 0;
		for (Row row : this.rows) {
			if (fires(row.masks(), digits)) {
				if (row.blocks()) {
					return BLOCKED;
				}
				required |= row.requires();
				weight += row.full() - row.simple();
			}
		}
		return (required || weight > 0) ? FULL : SIMPLE;
	}

	private static boolean fires(int[] masks, int[] digits) {
		for (int question = 0; question < masks.length; question++) {
			if ((masks[question] >> digits[question] & 1) == 0) {
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

	int options(int question) {
		return this.sizes[question];
	}

	byte outcome(int combination) {
		return this.outcomes[combination];
	}

	int digit(int combination, int question) {
		return combination / this.strides[question] % options(question);
	}

	/** The combination with another option at one question. */
	int with(int combination, int question, int option) {
		return combination + (option - digit(combination, question)) * this.strides[question];
	}

	int combination(Answers answers) {
		int combination = 0;
		for (int question = 0; question < this.strides.length; question++) {
			List<String> options = this.questions.get(question).options().stream().map(Option::id).toList();
			combination += options.indexOf(answers.option(this.questions.get(question).id())) * this.strides[question];
		}
		return combination;
	}

}
