package dev.pghaadvisor.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Known;
import dev.pghaadvisor.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;

/** The rules of one folder, loaded and checked. */
public final class RuleBook {

	private final Questionnaire questionnaire;

	private final List<Rule> rules;

	private final Decision decision;

	private final Changes changes;

	private final Resolver resolver;

	private final List<Preset> presets;

	private final List<Situation> situations;

	private final List<RuleSource> sources;

	private final String version;

	RuleBook(Questionnaire questionnaire, List<Rule> rules, Decision decision, Resolver resolver, List<Preset> presets,
			List<Situation> situations, List<RuleSource> sources, String version) {
		this.questionnaire = questionnaire;
		this.rules = List.copyOf(rules);
		this.decision = decision;
		this.changes = new Changes(decision);
		this.resolver = resolver;
		this.presets = List.copyOf(presets);
		this.situations = List.copyOf(situations);
		this.sources = List.copyOf(sources);
		this.version = version;
	}

	/**
	 * The rules that this program ships.
	 * @throws IllegalStateException if they do not fit together, which a test excludes
	 */
	public static RuleBook bundled() {
		try {
			return new RuleBookReader(RuleFiles.bundled(), Known.ANYTHING).read();
		}
		catch (RuleFileException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The same, compared with what the code reads.
	 * @throws RuleFileException if the code reads something else, which a test excludes
	 */
	public static RuleBook bundled(Collection<Choice<?>> known) throws RuleFileException {
		return new RuleBookReader(RuleFiles.bundled(), Known.of(known)).read();
	}

	/**
	 * Loads the rules of a folder.
	 * @param known every question and setting that code reads
	 * @throws RuleFileException if a file is missing, or the files do not fit together or
	 * not with the code
	 */
	public static RuleBook load(Path folder, Collection<Choice<?>> known) throws RuleFileException {
		return new RuleBookReader(RuleFiles.of(folder), Known.of(known)).read();
	}

	/** The same with the given files of rooms. */
	static RuleBook load(Path folder, Collection<Choice<?>> known, List<String> rooms) throws RuleFileException {
		return new RuleBookReader(RuleFiles.of(folder, rooms), Known.of(known)).read();
	}

	/**
	 * Answers in which every two values that code reads meet, and every three of those
	 * that it compares, as far as they can. Blocked answers are not among them.
	 * @throws RuleFileException if there is too much to look at
	 */
	public List<Map<String, String>> encounters(Collection<Choice<?>> read, Collection<Choice<?>> compared)
			throws RuleFileException {
		return new Encounters(this, read, compared).find();
	}

	public Questionnaire questionnaire() {
		return this.questionnaire;
	}

	/** Sixteen hexadecimal digits that change with any of the files. */
	public String version() {
		return this.version;
	}

	/** Judges the answers. Blocked advice has no settings. */
	public Advice advise(Answers answers) {
		return switch (this.decision.outcome(this.decision.combination(answers))) {
			case Decision.SIMPLE -> advice(answers, Design.SIMPLE);
			case Decision.FULL -> advice(answers, Design.FULL);
			default -> advice(answers, null);
		};
	}

	/**
	 * The same answers as if the given design had been chosen, to show both side by side.
	 * What requires the full design is still among the findings. Blocked answers stay
	 * blocked.
	 */
	public Advice advise(Answers answers, Design asIf) {
		boolean blocked = this.decision.outcome(this.decision.combination(answers)) == Decision.BLOCKED;
		return advice(answers, blocked ? null : asIf);
	}

	private Advice advice(Answers answers, @Nullable Design design) {
		List<Finding> findings = new ArrayList<>();
		List<NearMiss> nearMisses = new ArrayList<>();
		int simple = 0;
		int full = 0;
		for (Rule rule : this.rules) {
			if (Firing.fires(rule, answers, design)) {
				findings.addAll(Firing.findings(rule, answers));
				simple += weight(rule, Design.SIMPLE);
				full += weight(rule, Design.FULL);
			}
			else if (Decision.decides(rule) && !suffices(rule)) {
				Firing.nearMiss(rule, answers).ifPresent(nearMisses::add);
			}
		}
		if (findings.stream().anyMatch((finding) -> finding.effect() instanceof Effect.RequireFull)) {
			// What would do without a router decides nothing where one is needed anyway.
			findings.removeIf((finding) -> finding.effect() instanceof Effect.SimpleSuffices);
		}
		Settings settings = (design != null) ? this.resolver.resolve(answers, design)
				: new Settings(Map.of(), Map.of());
		return new Advice(answers, (design != null) ? new Verdict.Recommended(design) : new Verdict.Blocked(), simple,
				full, List.copyOf(findings), List.copyOf(nearMisses), with(Effect.Warn.class, findings),
				with(Effect.Block.class, findings), settings, this.version);
	}

	/** One answer more that would do without a router is nothing that anybody lacks. */
	private static boolean suffices(Rule rule) {
		return rule.effects().stream().anyMatch(Effect.SimpleSuffices.class::isInstance);
	}

	private static List<Finding> with(Class<? extends Effect> effect, List<Finding> findings) {
		return findings.stream().filter((finding) -> effect.isInstance(finding.effect())).toList();
	}

	private static int weight(Rule rule, Design design) {
		int weight = 0;
		for (Effect effect : rule.effects()) {
			if (effect instanceof Effect.Favour favour && favour.design() == design) {
				weight += favour.weight();
			}
		}
		return weight;
	}

	/**
	 * What would change the answer: every single answer that leads to the other design
	 * or, where there is none, every pair; for blocked answers every smallest change that
	 * unblocks. Empty if no change of two answers leads to the other design.
	 */
	public List<Counterfactual> counterfactuals(Answers answers) {
		int combination = this.decision.combination(answers);
		return this.changes.from(combination)
			.stream()
			.map((change) -> new Counterfactual(this.changes.named(change),
					design(this.decision.outcome(this.changes.apply(combination, change)))))
			.toList();
	}

	private static Design design(byte outcome) {
		return (outcome == Decision.FULL) ? Design.FULL : Design.SIMPLE;
	}

	/** Sets of answers to start from. */
	public List<Preset> presets() {
		return this.presets;
	}

	/**
	 * Situations of real life by which these rules are judged; none if there are none.
	 */
	public List<Situation> situations() {
		return this.situations;
	}

	/** Every rule, in the order of the files. */
	public List<Rule> rules() {
		return this.rules;
	}

	public List<RuleSource> sources() {
		return this.sources;
	}

	Decision decision() {
		return this.decision;
	}

	Resolver resolver() {
		return this.resolver;
	}

}
