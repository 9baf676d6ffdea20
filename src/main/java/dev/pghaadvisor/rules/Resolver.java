package dev.pghaadvisor.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.pghaadvisor.questionnaire.Answers;
import org.jspecify.annotations.Nullable;

/** Gives every setting its one value. */
final class Resolver {

	private final List<Declaration> declarations;

	private final List<Rule> rules;

	private final Map<String, String> standardValues = new HashMap<>();

	private final Map<String, Finding> standardReasons = new HashMap<>();

	Resolver(List<Declaration> declarations, List<Rule> rules) {
		this.declarations = List.copyOf(declarations);
		for (Declaration declaration : declarations) {
			String key = declaration.key();
			this.standardValues.put(key, declaration.standard());
			this.standardReasons.put(key,
					new Finding("default-" + key, new Effect.SetValue(key, declaration.standard()), Map.of(),
							declaration.because(), declaration.sources()));
		}
		this.rules = rules.stream()
			.filter((rule) -> rule.effects().stream().anyMatch(Effect.SetValue.class::isInstance))
			.toList();
	}

	List<Declaration> declarations() {
		return this.declarations;
	}

	/** The rules that set a key. */
	List<Rule> setting(String key) {
		return this.rules.stream().filter((rule) -> value(rule, key) != null).toList();
	}

	/** Two rules that can fire together and disagree, told by name. */
	List<String> contradictions() {
		List<String> contradictions = new ArrayList<>();
		for (Declaration declaration : this.declarations) {
			List<Rule> setting = declaration.lastWins() ? List.of() : setting(declaration.key());
			for (int first = 0; first < setting.size(); first++) {
				for (int second = first + 1; second < setting.size(); second++) {
					contradiction(declaration.key(), setting.get(first), setting.get(second), contradictions);
				}
			}
		}
		return contradictions;
	}

	private static void contradiction(String key, Rule one, Rule other, List<String> contradictions) {
		String first = value(one, key);
		String second = value(other, key);
		if (first != null && !first.equals(second) && canFireTogether(one, other)) {
			contradictions.add(other.file() + ": Rule '" + other.id() + "' sets '" + key + "' to " + second + " where '"
					+ one.id() + "' in " + one.file() + " sets it to " + first
					+ ": give them conditions that exclude each other");
		}
	}

	private static boolean canFireTogether(Rule one, Rule other) {
		for (Map.Entry<String, Set<String>> condition : one.when().entrySet()) {
			Set<String> others = other.when().get(condition.getKey());
			if (others != null && condition.getValue().stream().noneMatch(others::contains)) {
				return false;
			}
		}
		return one.design().isEmpty() || other.design().isEmpty()
				|| one.design().stream().anyMatch(other.design()::contains);
	}

	Settings resolve(Answers answers, Design design) {
		Map<String, String> values = new HashMap<>(this.standardValues);
		Map<String, Finding> reasons = new HashMap<>(this.standardReasons);
		for (Rule rule : this.rules) {
			if (Firing.fires(rule, answers, design)) {
				for (Effect effect : rule.effects()) {
					if (effect instanceof Effect.SetValue set && isTaken(set, values.get(set.setting()),
							reasons.get(set.setting()) == this.standardReasons.get(set.setting()))) {
						values.put(set.setting(), set.value());
						reasons.put(set.setting(), Firing.finding(rule, effect, answers));
					}
				}
			}
		}
		return new Settings(values, reasons);
	}

	/** Where rules may disagree, what stands last among the values is taken. */
	private boolean isTaken(Effect.SetValue set, @Nullable String other, boolean isStandard) {
		Declaration declaration = declaration(set.setting());
		return isStandard || !declaration.lastWins()
				|| declaration.values().indexOf(set.value()) >= declaration.values().indexOf(other);
	}

	/**
	 * Rules that set the same settings, those whose value is taken before others' first.
	 */
	List<Rule> strongestFirst(List<Rule> rules) {
		return rules.stream().sorted(Comparator.comparingInt((Rule rule) -> -strength(rule))).toList();
	}

	private int strength(Rule rule) {
		return rule.effects()
			.stream()
			.filter(Effect.SetValue.class::isInstance)
			.map(Effect.SetValue.class::cast)
			.filter((set) -> declaration(set.setting()).lastWins())
			.mapToInt((set) -> declaration(set.setting()).values().indexOf(set.value()))
			.sum();
	}

	private Declaration declaration(String key) {
		return this.declarations.stream().filter((one) -> one.key().equals(key)).findFirst().orElseThrow();
	}

	private static @Nullable String value(Rule rule, String key) {
		for (Effect effect : rule.effects()) {
			if (effect instanceof Effect.SetValue set && set.setting().equals(key)) {
				return set.value();
			}
		}
		return null;
	}

}
