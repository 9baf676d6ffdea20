package dev.pghaadvisor.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Option;
import dev.pghaadvisor.questionnaire.Question;

/**
 * Finds answers in which every two values that code reads meet, and every three of those
 * that invariants compare with each other, as far as answers that are not blocked make
 * them meet, in the design that is recommended; what is compared also in the other one
 * beside it, of which no more than shape and timers are looked at.
 * <p>
 * To plan every combination of values would take minutes. No invariant of a plan compares
 * more than two of them and the design, but for the timers and the way in. What is set by
 * the same rules counts as one. Whether values can meet is exact: every combination of
 * the questions that they depend on is looked at, and the table of outcomes says whether
 * other answers can keep it from being blocked.
 */
final class Encounters {

	/** Looks at combinations; more would make a start slow. */
	private static final long MOST_LOOKS = 10_000_000;

	private static final List<Design> DESIGNS = List.of(Design.values());

	/** What makes a factor take a value: options by question, and the design. */
	private record Case(int[] questions, int[] masks, int designs, int value) {

		boolean fires(int[] answers, int design) {
			if ((this.designs >> design & 1) == 0) {
				return false;
			}
			for (int index = 0; index < this.questions.length; index++) {
				if ((this.masks[index] >> answers[this.questions[index]] & 1) == 0) {
					return false;
				}
			}
			return true;
		}

		int mask(int question) {
			for (int index = 0; index < this.questions.length; index++) {
				if (this.questions[index] == question) {
					return this.masks[index];
				}
			}
			return -1;
		}

	}

	/** Something that code reads: a question, or settings that the same rules set. */
	private record Factor(String name, List<Case> cases, int values) {

		Factor(String name, List<Case> cases) {
			this(name, cases, cases.stream().mapToInt(Case::value).max().orElse(0) + 1);
		}

		int value(int[] answers, int design) {
			for (Case one : this.cases) {
				if (one.fires(answers, design)) {
					return one.value();
				}
			}
			return 0;
		}

	}

	/** Factors, and which of their values have met. */
	private record Group(List<Factor> factors, boolean besides, BitSet met) {

		Group(List<Factor> factors, boolean besides) {
			this(factors, besides, new BitSet());
		}

		boolean lacks(int[] answers, int design, int recommended) {
			return (this.besides || design == recommended) && !this.met.get(key(answers, design, recommended));
		}

		/** A number for their values in a design that is recommended, or is not. */
		int key(int[] answers, int design, int recommended) {
			int key = 0;
			for (Factor factor : this.factors) {
				key = key * factor.values() + factor.value(answers, design);
			}
			return 4 * key + 2 * design + ((design == recommended) ? 1 : 0);
		}

	}

	private final List<Question> questions;

	private final Decision decision;

	private final List<Group> groups = new ArrayList<>();

	/** For each question its number among those that decide; -1 if it does not. */
	private final int[] deciding;

	private final int[] combinations;

	private final Map<List<Integer>, int[][]> reached = new HashMap<>();

	private final List<Map<String, String>> found = new ArrayList<>();

	/**
	 * Looks for every two of what is read, and for every three of what is compared.
	 */
	Encounters(RuleBook book, Collection<Choice<?>> read, Collection<Choice<?>> compared) {
		this.questions = book.questionnaire().questions();
		this.decision = book.decision();
		this.deciding = this.questions.stream().mapToInt(this.decision.questions()::indexOf).toArray();
		List<Factor> factors = factors(book, read);
		List<Factor> some = factors(book, compared);
		for (Factor first : factors) {
			this.groups.add(new Group(List.of(first), true));
			factors.subList(factors.indexOf(first) + 1, factors.size())
				.forEach((second) -> this.groups.add(new Group(List.of(first, second), false)));
		}
		for (int first = 0; first < some.size(); first++) {
			for (int second = first + 1; second < some.size(); second++) {
				for (Factor third : some.subList(second + 1, some.size())) {
					this.groups.add(new Group(List.of(some.get(first), some.get(second), third), true));
				}
			}
		}
		this.combinations = combinations();
	}

	private List<Factor> factors(RuleBook book, Collection<Choice<?>> choices) {
		List<Factor> factors = new ArrayList<>();
		Map<List<Rule>, List<String>> settings = new LinkedHashMap<>();
		for (Choice<?> choice : choices) {
			if (choice instanceof Choice.Ruled<?> ruled) {
				settings.computeIfAbsent(book.resolver().setting(ruled.id()), (rules) -> new ArrayList<>())
					.add(ruled.id());
			}
			else {
				factors.add(factor(book.questionnaire().question(choice.id())));
			}
		}
		// What no rule sets has its default, which meets everything.
		settings.forEach((rules, ids) -> {
			if (!rules.isEmpty()) {
				factors.add(factor(ids, book.resolver().strongestFirst(rules)));
			}
		});
		return factors;
	}

	private Factor factor(Question question) {
		int number = this.questions.indexOf(question);
		List<Case> cases = new ArrayList<>();
		for (int option = 0; option < question.options().size(); option++) {
			cases.add(new Case(new int[] { number }, new int[] { 1 << option }, 3, option));
		}
		return new Factor(question.id(), cases);
	}

	private Factor factor(List<String> settings, List<Rule> rules) {
		List<List<String>> values = new ArrayList<>(List.of(List.of()));
		List<Case> cases = new ArrayList<>();
		for (Rule rule : rules) {
			List<String> set = new ArrayList<>();
			for (Effect effect : rule.effects()) {
				if (effect instanceof Effect.SetValue one && settings.contains(one.setting())) {
					set.add(one.detail());
				}
			}
			if (!values.contains(set)) {
				values.add(set);
			}
			cases.add(of(rule, values.indexOf(set)));
		}
		return new Factor(String.join(", ", settings), cases);
	}

	private Case of(Rule rule, int value) {
		int[] named = new int[rule.when().size()];
		int[] masks = new int[named.length];
		int index = 0;
		for (int number = 0; number < this.questions.size(); number++) {
			Question question = this.questions.get(number);
			Set<String> options = rule.when().get(question.id());
			if (options != null) {
				named[index] = number;
				for (int option = 0; option < question.options().size(); option++) {
					masks[index] |= options.contains(question.options().get(option).id()) ? 1 << option : 0;
				}
				index++;
			}
		}
		int designs = 0;
		for (Design design : DESIGNS) {
			designs |= (rule.design().isEmpty() || rule.design().contains(design)) ? 1 << DESIGNS.indexOf(design) : 0;
		}
		return new Case(named, masks, designs, value);
	}

	List<Map<String, String>> find() throws RuleFileException {
		long looks = 0;
		for (Group group : this.groups) {
			int[] named = named(group);
			int[][] options = Arrays.stream(named)
				.mapToObj((question) -> options(group, question))
				.toArray(int[][]::new);
			long product = 1;
			for (int[] some : options) {
				product = Math.min(product * some.length, MOST_LOOKS + 1);
			}
			looks += product;
			if (looks > MOST_LOOKS) {
				throw new RuleFileException(
						List.of("The rules that set " + group.factors().stream().map(Factor::name).toList() + " name "
								+ named.length + " questions, which have too many combinations with those of other "
								+ "settings: nobody could try at the start what they lead to"));
			}
			meet(group, named, options);
		}
		return this.found;
	}

	private static int[] named(Group group) {
		Set<Integer> named = new TreeSet<>();
		group.factors()
			.forEach((factor) -> factor.cases().forEach((one) -> Arrays.stream(one.questions()).forEach(named::add)));
		return named.stream().mapToInt(Integer::intValue).toArray();
	}

	/** One of each kind of options; a question that decides has its own, too. */
	private int[] options(Group group, int question) {
		Map<List<Integer>, Integer> kinds = new LinkedHashMap<>();
		for (int option = 0; option < this.questions.get(question).options().size(); option++) {
			List<Integer> kind = new ArrayList<>();
			if (this.deciding[question] >= 0) {
				kind.add(this.decision.kind(this.deciding[question], option));
			}
			for (Factor factor : group.factors()) {
				for (Case one : factor.cases()) {
					kind.add(one.mask(question) >> option & 1);
				}
			}
			kinds.putIfAbsent(kind, option);
		}
		return kinds.values().stream().mapToInt(Integer::intValue).toArray();
	}

	private void meet(Group group, int[] named, int[][] options) {
		int[] decisive = Arrays.stream(named).filter((question) -> this.deciding[question] >= 0).toArray();
		int[][] at = this.reached.computeIfAbsent(Arrays.stream(decisive).boxed().toList(),
				(questions) -> reached(decisive));
		int[] answers = new int[this.questions.size()];
		int[] turns = new int[named.length];
		boolean more = true;
		while (more) {
			for (int index = 0; index < named.length; index++) {
				answers[named[index]] = options[index][turns[index]];
			}
			int where = 0;
			for (int question : decisive) {
				where = where * kinds(question) + kind(question, answers[question]);
			}
			for (int design = 0; design < DESIGNS.size(); design++) {
				for (int recommended = 0; recommended < DESIGNS.size(); recommended++) {
					int combination = at[recommended][where];
					if (combination >= 0 && group.lacks(answers, design, recommended)) {
						take(named, answers, combination, recommended);
					}
				}
			}
			more = false;
			for (int index = 0; index < turns.length && !more; index++) {
				turns[index] = (turns[index] + 1) % options[index].length;
				more = turns[index] > 0;
			}
		}
	}

	/**
	 * For every combination of the given questions one of all deciding questions that
	 * contains it and leads to the simple design, and one for the full; -1 if none does.
	 */
	private int[][] reached(int[] decisive) {
		int size = 1;
		for (int question : decisive) {
			size *= kinds(question);
		}
		int[][] at = new int[DESIGNS.size()][size];
		for (int[] one : at) {
			Arrays.fill(one, -1);
		}
		for (int combination : this.combinations) {
			int where = 0;
			for (int question : decisive) {
				where = where * kinds(question) + this.decision.digit(combination, this.deciding[question]);
			}
			int[] one = at[this.decision.outcome(combination)];
			if (one[where] < 0) {
				one[where] = combination;
			}
		}
		return at;
	}

	/**
	 * Of the combinations of deciding questions that are not blocked one for each design
	 * and each answer to those questions that settings depend on.
	 */
	private int[] combinations() {
		Set<Integer> named = new TreeSet<>();
		for (Group group : this.groups) {
			Arrays.stream(named(group)).filter((question) -> this.deciding[question] >= 0).forEach(named::add);
		}
		int[] strides = new int[this.decision.questions().size()];
		int size = 1;
		for (int question : named) {
			strides[this.deciding[question]] = size;
			size *= kinds(question);
		}
		BitSet seen = new BitSet();
		List<Integer> kept = new ArrayList<>();
		int[] digits = new int[strides.length];
		int where = 0;
		for (int combination = 0; combination < this.decision.combinations(); combination++) {
			byte outcome = this.decision.outcome(combination);
			if (outcome != Decision.BLOCKED && !seen.get(2 * where + outcome)) {
				seen.set(2 * where + outcome);
				kept.add(combination);
			}
			for (int question = 0; question < digits.length; question++) {
				where += strides[question];
				if (++digits[question] < this.decision.kinds(question)) {
					break;
				}
				where -= strides[question] * digits[question];
				digits[question] = 0;
			}
		}
		return kept.stream().mapToInt(Integer::intValue).toArray();
	}

	/** Another combination with the same answers to these questions, by turns. */
	private int another(int combination, int[] named) {
		int start = (int) (this.found.size() * 7919L % this.combinations.length);
		for (int index = 0; index < this.combinations.length; index++) {
			int candidate = this.combinations[(start + index) % this.combinations.length];
			if (this.decision.outcome(candidate) == this.decision.outcome(combination) && Arrays.stream(named)
				.map((question) -> this.deciding[question])
				.allMatch((question) -> question < 0
						|| this.decision.digit(candidate, question) == this.decision.digit(combination, question))) {
				return candidate;
			}
		}
		return combination;
	}

	/**
	 * The options that a combination leaves open: all of a question that decides nothing.
	 */
	private int[] alike(int question, int combination) {
		return IntStream.range(0, this.questions.get(question).options().size())
			.filter((option) -> this.deciding[question] < 0
					|| kind(question, option) == this.decision.digit(combination, this.deciding[question]))
			.toArray();
	}

	private int kinds(int question) {
		return this.decision.kinds(this.deciding[question]);
	}

	private int kind(int question, int option) {
		return this.decision.kind(this.deciding[question], option);
	}

	/**
	 * Other questions are answered by turns, so that few answers make many values meet.
	 */
	private void take(int[] named, int[] wanted, int unvaried, int recommended) {
		int combination = another(unvaried, named);
		int[] answers = new int[wanted.length];
		for (int question = 0; question < answers.length; question++) {
			int turn = this.found.size() / (question + 1);
			int[] options = alike(question, combination);
			answers[question] = options[turn % options.length];
		}
		for (int question : named) {
			answers[question] = wanted[question];
		}
		for (Group group : this.groups) {
			for (int design = 0; design < DESIGNS.size(); design++) {
				group.met().set(group.key(answers, design, recommended));
			}
		}
		Map<String, String> words = new LinkedHashMap<>();
		for (int question = 0; question < answers.length; question++) {
			Option option = this.questions.get(question).options().get(answers[question]);
			words.put(this.questions.get(question).id(), option.id());
		}
		this.found.add(words);
	}

}
