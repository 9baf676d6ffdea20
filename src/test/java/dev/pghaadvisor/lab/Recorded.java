package dev.pghaadvisor.lab;

import java.util.Map;
import java.util.TreeMap;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.RuleBook;

/**
 * A cluster that evidence is recorded of: the answers that lead to a shape, and those of
 * an option.
 *
 * @param name of the file: shape and option
 * @param options the answers that are not the default
 */
record Recorded(String name, Map<String, String> options) {

	private static final Map<String, Map<String, String>> SHAPES = Map.of("debian-13-simple-3",
			Map.of("criticality", "internal"), "debian-13-full-8", Map.of("read-scaling", "now"), "debian-13-full-5",
			Map.of("read-scaling", "now", "hosts", "five"), "debian-13-full-3",
			Map.of("read-scaling", "now", "hosts", "three"), "debian-12-simple-3",
			Map.of("criticality", "internal", "platform", "debian-12"), "debian-12-full-8",
			Map.of("read-scaling", "now", "platform", "debian-12"));

	private static final Map<String, Map<String, String>> OPTIONS = Map.of("rpo-zero-rto-30s",
			Map.of("rpo", "zero", "rto", "30s"));

	Recorded {
		options = Map.copyOf(options);
	}

	/**
	 * That of a shape with default answers about losses and times, or with those of an
	 * option that follows it after a hyphen.
	 */
	static Recorded of(String name) {
		for (Map.Entry<String, Map<String, String>> shape : SHAPES.entrySet()) {
			if (name.equals(shape.getKey())) {
				return new Recorded(name, shape.getValue());
			}
			Map<String, String> option = OPTIONS.get(name.replaceFirst(shape.getKey() + "-", ""));
			if (option != null) {
				Map<String, String> options = new TreeMap<>(shape.getValue());
				options.putAll(option);
				return new Recorded(name, options);
			}
		}
		throw new IllegalArgumentException("Nothing to record: " + name + ". There are the shapes " + SHAPES.keySet()
				+ ", each also with -" + String.join(", -", OPTIONS.keySet()));
	}

	/** What the application is asked. */
	Map<String, String> answers() {
		return this.options;
	}

	/** What the application makes of it. */
	ClusterPlan plan() {
		RuleBook book = RuleBook.bundled();
		Advice advice = book.advise(Answers.of(book.questionnaire(), this.options));
		ClusterPlan plan = ClusterPlan.of(advice, Inventory.example(Shape.of(advice)));
		if (!this.name.startsWith(plan.shape().id())) {
			throw new IllegalStateException(this.options + " leads to " + plan.shape().id());
		}
		return plan;
	}

	@Override
	public String toString() {
		return this.name;
	}

}
