package dev.pghaadvisor.bundle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.ExampleAdvice;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.Design;
import dev.pghaadvisor.rules.Effect;
import dev.pghaadvisor.rules.Finding;
import dev.pghaadvisor.rules.Settings;
import dev.pghaadvisor.rules.Verdict;

/** Plans for tests that need no rule book. */
final class Plans {

	private static final Map<String, String> COMMON = Map.ofEntries(Map.entry("entry", "keepalived"),
			Map.entry("balancer", "other"), Map.entry("platform", "debian-13"), Map.entry("ttl", "20"),
			Map.entry("loop-wait", "5"), Map.entry("retry-timeout", "5"), Map.entry("primary-start-timeout", "0"),
			Map.entry("synchronous-mode", "on"), Map.entry("synchronous-node-count", "1"),
			Map.entry("maximum-lag-on-failover", "1048576"), Map.entry("max-connections", "200"),
			Map.entry("random-page-cost", "1.1"), Map.entry("effective-io-concurrency", "200"),
			Map.entry("database-hosts", "3"));

	private Plans() {
	}

	static ClusterPlan example(Design design) {
		return of(design, Map.of());
	}

	static ClusterPlan of(Design design, Map<String, ?> inventory) {
		Advice advice = advice(design, Map.of());
		return ClusterPlan.of(advice, Inventory.parse(Shape.of(advice), inventory));
	}

	static ClusterPlan with(Design design, Map<String, String> settings) {
		Advice advice = advice(design, settings);
		return ClusterPlan.of(advice, Inventory.example(Shape.of(advice)));
	}

	private static Advice advice(Design design, Map<String, String> changed) {
		Map<String, String> values = new HashMap<>(COMMON);
		values.put("footprint", (design == Design.FULL) ? "full-8" : "simple-3");
		values.putAll(changed);
		Map<String, Finding> reasons = new HashMap<>();
		values.keySet()
			.forEach((key) -> reasons.put(key, new Finding("rule-of-" + key, new Effect.SetValue(key, "set"),
					Map.of("rto", "30s"), "A reason for " + key + " that a person can read.", List.of())));
		return new Advice(Answers.of(ExampleAdvice.questionnaire(), Map.of()), new Verdict.Recommended(design), 0, 0,
				List.of(), List.of(), List.of(), List.of(), new Settings(values, reasons), "0123456789abcdef");
	}

}
