package dev.pghaadvisor.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.questionnaire.Option;
import dev.pghaadvisor.questionnaire.Question;

/**
 * Proves properties of a rule book over every combination of the deciding questions. Each
 * proof returns what it found wrong, at most a few examples.
 */
final class Proofs {

	private static final int EXAMPLES = 5;

	private final RuleBook book;

	private final Decision decision;

	private final List<Question> questions;

	private final int[] sizes;

	private final int[] strides;

	private final int combinations;

	Proofs(RuleBook book) {
		this.book = book;
		this.decision = book.decision();
		this.questions = this.decision.questions();
		this.sizes = IntStream.range(0, this.questions.size()).map(this.decision::kinds).toArray();
		this.strides = new int[this.sizes.length];
		int stride = 1;
		for (int question = 0; question < this.sizes.length; question++) {
			this.strides[question] = stride;
			stride *= this.sizes[question];
		}
		this.combinations = stride;
	}

	int combinations() {
		return this.combinations;
	}

	/**
	 * Options that count as one make the same happen under the same further conditions.
	 */
	List<String> kinds(IntBinaryOperator kind) {
		List<String> wrong = new ArrayList<>();
		for (int question = 0; question < this.sizes.length; question++) {
			Question asked = this.questions.get(question);
			for (int one = 0; one < asked.options().size(); one++) {
				for (int other = 0; other < one; other++) {
					String first = asked.options().get(one).id();
					String second = asked.options().get(other).id();
					if (kind.applyAsInt(question, one) == kind.applyAsInt(question, other)
							&& !consequences(asked, first).equals(consequences(asked, second))) {
						wrong.add(first + " and " + second + " of " + asked.id() + " count as one and are not");
					}
				}
			}
		}
		return wrong;
	}

	private List<String> consequences(Question asked, String option) {
		List<String> consequences = new ArrayList<>();
		for (Rule rule : this.book.rules()) {
			Set<String> options = rule.when().get(asked.id());
			if (Decision.decides(rule) && (options == null || options.contains(option))) {
				Map<String, Set<String>> further = new TreeMap<>(rule.when());
				further.remove(asked.id());
				further.replaceAll((question, named) -> new TreeSet<>(named));
				rule.effects()
					.stream()
					.filter(Effect::decides)
					.forEach((effect) -> consequences.add(
							effect.word() + " " + ((effect instanceof Effect.Block) ? "" : effect.detail()) + further));
			}
		}
		consequences.sort(null);
		return consequences;
	}

	/**
	 * Judged again from the rules as written, each combination has the outcome claimed.
	 */
	List<String> outcomes(IntUnaryOperator claimed) {
		List<String> wrong = new ArrayList<>();
		List<Rule> rules = this.book.rules().stream().filter(Decision::decides).toList();
		List<boolean[][]> allowed = rules.stream().map(this::allowed).toList();
		int[] digits = new int[this.sizes.length];
		for (int combination = 0; combination < combinations() && wrong.size() < EXAMPLES; combination++) {
			digits(combination, digits);
			boolean blocked = false;
			boolean required = false;
			boolean suffices = false;
			int simple = 0;
			int full = 0;
			for (int rule = 0; rule < allowed.size(); rule++) {
				if (holds(allowed.get(rule), digits)) {
					for (Effect effect : rules.get(rule).effects()) {
						blocked |= effect instanceof Effect.Block;
						required |= effect instanceof Effect.RequireFull;
						suffices |= effect instanceof Effect.SimpleSuffices;
						if (effect instanceof Effect.Favour favour) {
							simple += (favour.design() == Design.SIMPLE) ? favour.weight() : 0;
							full += (favour.design() == Design.FULL) ? favour.weight() : 0;
						}
					}
				}
			}
			int expected = blocked ? Decision.BLOCKED
					: (required || (!suffices && full > simple)) ? Decision.FULL : Decision.SIMPLE;
			if (claimed.applyAsInt(combination) != expected) {
				wrong.add(describe(combination) + " is not " + expected);
			}
		}
		return wrong;
	}

	/** Every rule fires somewhere that is not blocked; a block fires at all. */
	List<String> deadRules() {
		List<Rule> pending = new ArrayList<>(this.book.rules());
		Map<Rule, boolean[][]> allowed = new HashMap<>();
		pending.forEach((rule) -> allowed.put(rule, allowed(rule)));
		int[] digits = new int[this.sizes.length];
		for (int combination = 0; combination < combinations() && !pending.isEmpty(); combination++) {
			digits(combination, digits);
			byte outcome = this.decision.outcome(combination);
			pending.removeIf(
					(rule) -> alive(rule, outcome) && holds(allowed.getOrDefault(rule, new boolean[0][]), digits));
		}
		return pending.stream().map((rule) -> rule.id() + " never fires").toList();
	}

	private static boolean alive(Rule rule, byte outcome) {
		boolean blocks = rule.effects().stream().anyMatch(Effect.Block.class::isInstance);
		if (outcome == Decision.BLOCKED) {
			return blocks;
		}
		Design design = (outcome == Decision.FULL) ? Design.FULL : Design.SIMPLE;
		return rule.design().isEmpty() || rule.design().contains(design);
	}

	/** Raising one demand never turns full into simple and never lifts a block. */
	List<String> monotone() {
		List<String> wrong = new ArrayList<>();
		raised((combination, raised) -> {
			byte before = this.decision.outcome(combination);
			byte after = this.decision.outcome(raised);
			if ((before == Decision.FULL && after == Decision.SIMPLE)
					|| (before == Decision.BLOCKED && after != Decision.BLOCKED)) {
				wrong.add(describe(combination) + " is " + before + ", raised to " + describe(raised) + " it is "
						+ after);
			}
			return wrong.size() < EXAMPLES;
		});
		return wrong;
	}

	/** Raising one demand never shrinks what is survived, unless it blocks. */
	List<String> survival() {
		Map<Long, Integer> known = new HashMap<>();
		byte[] losses = new byte[combinations()];
		List<Integer> own = own("database-host-losses");
		for (int combination = 0; combination < losses.length; combination++) {
			byte outcome = this.decision.outcome(combination);
			if (outcome != Decision.BLOCKED) {
				long key = outcome;
				for (int question : own) {
					key = key * 32 + digit(combination, question);
				}
				int at = combination;
				losses[combination] = known
					.computeIfAbsent(key,
							(ignored) -> Integer
								.parseInt(this.book.advise(answers(at)).settings().asMap().get("database-host-losses")))
					.byteValue();
			}
		}
		List<String> wrong = new ArrayList<>();
		raised((combination, raised) -> {
			if (this.decision.outcome(raised) != Decision.BLOCKED && losses[raised] < losses[combination]) {
				wrong.add(describe(combination) + " survives more than " + describe(raised));
			}
			return wrong.size() < EXAMPLES;
		});
		return wrong;
	}

	private List<Integer> own(String key) {
		Set<String> named = new LinkedHashSet<>();
		this.book.resolver().setting(key).forEach((rule) -> named.addAll(rule.when().keySet()));
		List<Integer> own = new ArrayList<>();
		for (int question = 0; question < this.questions.size(); question++) {
			if (named.remove(this.questions.get(question).id())) {
				own.add(question);
			}
		}
		if (!named.isEmpty()) {
			throw new IllegalStateException(key + " looks at " + named + ", which do not decide");
		}
		return own;
	}

	/** The changes named are exactly the smallest ones that work. */
	List<String> counterfactuals(IntFunction<List<int[]>> changes) {
		List<String> wrong = new ArrayList<>();
		int[] given = new int[this.sizes.length];
		for (int combination = 0; combination < combinations() && wrong.size() < EXAMPLES; combination++) {
			List<int[]> named = changes.apply(combination);
			digits(combination, given);
			Set<List<Integer>> reached = new HashSet<>();
			int size = named.isEmpty() ? 0 : named.get(0).length / 2;
			for (int[] change : named) {
				int target = combination;
				for (int place = 0; place < change.length; place += 2) {
					target += (this.decision.kind(change[place], change[place + 1]) - digit(combination, change[place]))
							* this.strides[change[place]];
				}
				if (!wanted(combination, target) || change.length != 2 * size
						|| !reached.add(Arrays.stream(change).boxed().toList())) {
					wrong.add(describe(combination) + ": a change is not true");
				}
			}
			boolean blocked = this.decision.outcome(combination) == Decision.BLOCKED;
			int most = (size > 0) ? size : blocked ? this.sizes.length : 2;
			for (int smaller = 1; smaller <= most; smaller++) {
				int count = count(this.decision.outcome(combination), given, combination, 0, smaller);
				if (count != ((smaller == size) ? reached.size() : 0)) {
					wrong.add(describe(combination) + ": " + count + " changes of " + smaller + " answers, "
							+ reached.size() + " of " + size + " named");
				}
			}
		}
		return wrong;
	}

	private int count(byte outcome, int[] given, int reached, int first, int left) {
		int count = 0;
		for (int question = first; question <= this.sizes.length - left; question++) {
			int base = reached - given[question] * this.strides[question];
			for (int option = 0; option < this.questions.get(question).options().size(); option++) {
				int target = base + this.decision.kind(question, option) * this.strides[question];
				if (target == reached) {
					continue;
				}
				if (left > 1) {
					count += count(outcome, given, target, question + 1, left - 1);
				}
				else {
					byte there = this.decision.outcome(target);
					count += (there != outcome && there != Decision.BLOCKED) ? 1 : 0;
				}
			}
		}
		return count;
	}

	private boolean wanted(int from, int to) {
		byte outcome = this.decision.outcome(to);
		return outcome != Decision.BLOCKED && outcome != this.decision.outcome(from);
	}

	/**
	 * Every setting has one value for every combination of its own questions and design.
	 */
	List<String> settings(Resolver resolver) {
		List<String> wrong = new ArrayList<>();
		for (Declaration declaration : resolver.declarations()) {
			Set<String> named = new LinkedHashSet<>();
			resolver.setting(declaration.key()).forEach((rule) -> named.addAll(rule.when().keySet()));
			List<Map<String, String>> combinations = new ArrayList<>(List.of(Map.of()));
			for (String id : named) {
				List<Map<String, String>> longer = new ArrayList<>();
				for (Option option : this.book.questionnaire().question(id).options()) {
					combinations.forEach((one) -> {
						Map<String, String> more = new HashMap<>(one);
						more.put(id, option.id());
						longer.add(more);
					});
				}
				combinations = longer;
			}
			Set<String> seen = new HashSet<>();
			for (Map<String, String> combination : combinations) {
				for (Design design : Design.values()) {
					one(resolver, declaration, Answers.of(this.book.questionnaire(), combination), design, seen, wrong);
				}
			}
			declaration.values()
				.stream()
				.filter((value) -> !seen.contains(value))
				.forEach((value) -> wrong.add(declaration.key() + " is never " + value));
		}
		return wrong;
	}

	private static void one(Resolver resolver, Declaration declaration, Answers answers, Design design,
			Set<String> seen, List<String> wrong) {
		Set<String> values = new HashSet<>();
		for (Rule rule : resolver.setting(declaration.key())) {
			for (Effect effect : rule.effects()) {
				if (effect instanceof Effect.SetValue set && set.setting().equals(declaration.key())
						&& Firing.fires(rule, answers, design)) {
					values.add(set.value());
				}
			}
		}
		String value = resolver.resolve(answers, design).asMap().get(declaration.key());
		seen.add(value);
		if (declaration.lastWins()) {
			values.removeIf((weaker) -> declaration.values().indexOf(weaker) < declaration.values().indexOf(value));
		}
		if (values.size() > 1 || !Set.of(value).containsAll(values)) {
			wrong.add(declaration.key() + " is set to " + values + " by " + answers.given());
		}
	}

	private interface Step {

		boolean test(int combination, int raised);

	}

	private void raised(Step step) {
		for (int combination = 0; combination < combinations(); combination++) {
			for (int question = 0; question < this.sizes.length; question++) {
				if (this.questions.get(question).kind() == Question.Kind.DEMAND
						&& !raised(combination, question, step)) {
					return;
				}
			}
		}
	}

	private boolean raised(int combination, int question, Step step) {
		int digit = digit(combination, question);
		for (int option = 1; option < this.questions.get(question).options().size(); option++) {
			int next = this.decision.kind(question, option);
			if (this.decision.kind(question, option - 1) == digit && next != digit
					&& !step.test(combination, combination + (next - digit) * this.strides[question])) {
				return false;
			}
		}
		return true;
	}

	private boolean[][] allowed(Rule rule) {
		boolean[][] allowed = new boolean[this.sizes.length][];
		for (int question = 0; question < allowed.length; question++) {
			Question asked = this.questions.get(question);
			allowed[question] = new boolean[this.sizes[question]];
			Set<String> options = rule.when().get(asked.id());
			for (int option = 0; option < asked.options().size(); option++) {
				allowed[question][this.decision.kind(question, option)] |= options == null
						|| options.contains(asked.options().get(option).id());
			}
		}
		return allowed;
	}

	private static boolean holds(boolean[][] allowed, int[] digits) {
		for (int question = 0; question < digits.length; question++) {
			if (!allowed[question][digits[question]]) {
				return false;
			}
		}
		return true;
	}

	private void digits(int combination, int[] digits) {
		for (int question = 0; question < digits.length; question++) {
			digits[question] = digit(combination, question);
		}
	}

	private int digit(int combination, int question) {
		return combination / this.strides[question] % this.sizes[question];
	}

	private Answers answers(int combination) {
		Map<String, String> raw = new HashMap<>();
		for (int question = 0; question < this.sizes.length; question++) {
			raw.put(this.questions.get(question).id(),
					this.questions.get(question)
						.options()
						.get(this.decision.option(question, digit(combination, question)))
						.id());
		}
		return Answers.of(this.book.questionnaire(), raw);
	}

	private String describe(int combination) {
		return answers(combination).given().toString();
	}

}
