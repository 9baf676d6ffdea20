package dev.pghaadvisor.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.questionnaire.NotSure;
import dev.pghaadvisor.questionnaire.Option;
import dev.pghaadvisor.questionnaire.Question;
import dev.pghaadvisor.questionnaire.Questionnaire;
import dev.pghaadvisor.questionnaire.Section;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.Design;
import dev.pghaadvisor.rules.Effect;
import dev.pghaadvisor.rules.Finding;
import dev.pghaadvisor.rules.RuleBook;
import dev.pghaadvisor.rules.Settings;
import dev.pghaadvisor.rules.Verdict;

/**
 * Advice for tests to which it does not matter what rules say: settings as told, and what
 * nobody tells, such as those of a new option, as they are shipped.
 */
public final class ExampleAdvice {

	private static final RuleBook BOOK = RuleBook.bundled();

	private static final Map<String, String> COMMON = Map.ofEntries(Map.entry("entry", "keepalived"),
			Map.entry("balancer", "other"), Map.entry("platform", "debian-13"), Map.entry("ttl", "20"),
			Map.entry("loop-wait", "5"), Map.entry("retry-timeout", "5"), Map.entry("primary-start-timeout", "0"),
			Map.entry("synchronous-mode", "on"), Map.entry("synchronous-node-count", "1"),
			Map.entry("maximum-lag-on-failover", "1048576"), Map.entry("max-connections", "200"),
			Map.entry("random-page-cost", "1.1"), Map.entry("replication-timeout", "10"),
			Map.entry("effective-io-concurrency", "200"), Map.entry("database-hosts", "3"),
			Map.entry("oldest-read", "60"), Map.entry("max-standby-streaming-delay", "5"),
			Map.entry("hot-standby-feedback", "off"), Map.entry("reads-fall-back", "off"),
			Map.entry("placement", "together"));

	private ExampleAdvice() {
	}

	/** Sharp timers and synchronous mode, changed as told. */
	public static Advice of(Design design, Map<String, String> settings, Map<String, String> answers) {
		Map<String, String> values = new HashMap<>(
				BOOK.advise(Answers.of(BOOK.questionnaire(), Map.of()), design).settings().asMap());
		values.putAll(COMMON);
		values.put("footprint", (design == Design.FULL) ? "full-8" : "simple-3");
		values.putAll(settings);
		Map<String, Finding> reasons = new HashMap<>();
		values.keySet()
			.forEach((key) -> reasons.put(key, new Finding("rule-of-" + key, new Effect.SetValue(key, "set"),
					Map.of("rto", "30s"), "A reason for " + key + " that a person can read.", List.of())));
		return new Advice(Answers.of(questionnaire(), answers), new Verdict.Recommended(design), 0, 0, List.of(),
				List.of(), List.of(), List.of(), new Settings(values, reasons), "0123456789abcdef");
	}

	/** Advice that blocks. */
	public static Advice blocked() {
		return new Advice(Answers.of(questionnaire(), Map.of()), new Verdict.Blocked(), 0, 0, List.of(), List.of(),
				List.of(), List.of(), new Settings(Map.of(), Map.of()), "0123456789abcdef");
	}

	/**
	 * The questions that plans and forecasts read, with the contract's options, and all
	 * others as they are shipped.
	 */
	public static Questionnaire questionnaire() {
		List<Question> questions = new ArrayList<>(List.of(question("workload", "medium", "small", "medium", "large"),
				question("write-load", "moderate", "low", "moderate", "heavy"),
				question("work", "oltp", "oltp", "mixed", "analytics"),
				question("read-scaling", "none", "none", "planned", "now"),
				question("hosts", "eight-or-more", "two", "two-and-witness", "three", "five", "eight-or-more"),
				question("host-failures", "one", "one", "two"),
				question("team", "dba-on-call", "none", "generalist", "dba-on-call"),
				question("failure-domains", "unknown", "separate", "unknown", "shared"),
				question("rto", "60s", "minutes", "60s", "30s"),
				question("availability", "99.9", "best-effort", "99.9", "99.95", "99.99", "99.999")));
		List<String> known = questions.stream().map(Question::id).toList();
		BOOK.questionnaire()
			.questions()
			.stream()
			.filter((question) -> !known.contains(question.id()))
			.forEach(questions::add);
		return new Questionnaire(List.of(new Section("all", "All", "All questions.", questions)));
	}

	private static Question question(String id, String byDefault, String... options) {
		List<Option> all = new ArrayList<>();
		for (String option : options) {
			all.add(new Option(option, option, "Meaning of " + option + "."));
		}
		return new Question(id, "all", "Which " + id + "?", "To test.", Question.Kind.DEMAND, false, all, byDefault,
				new NotSure(byDefault, "The default."));
	}

}
