package dev.pghaadvisor.bundle;

import java.util.HashMap;
import java.util.Map;

import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.RuleBook;

/**
 * Somebody with answers, and what these lead to through the shipped rules with the
 * example names and addresses. Their bundles are kept as goldens, checked by every
 * program and deployed.
 */
public enum Persona {

	/** A monitoring database that its agents find again by themselves. */
	MONITORING("debian-13-simple-3", Map.of("criticality", "internal")),

	/** A shop whose catalogue is read from replicas. */
	SHOP("debian-13-full-8", Map.of("read-scaling", "now", "availability", "99.99")),

	/** The same with five hosts. */
	PUBLISHER("debian-13-full-5", Map.of("read-scaling", "now", "criticality", "revenue", "hosts", "five")),

	/** The same with three. */
	BRANCH_OFFICE("debian-13-full-3", Map.of("read-scaling", "now", "hosts", "three")),

	/** A registry that may not leave Debian 12 yet. */
	REGISTRY("debian-12-simple-3", Map.of("criticality", "internal", "platform", "debian-12")),

	/** A fleet of devices in several subnets, whose drivers know every host. */
	FLEET("debian-13-simple-3-multi-host",
			Map.of("criticality", "internal", "network", "routed", "drivers", "multi-host")),

	/** Reports over several subnets that are read from replicas. */
	REPORTING("debian-13-full-3-multi-host",
			Map.of("routing", "advanced", "hosts", "three", "network", "routed", "drivers", "multi-host")),

	/** A start-up in a cloud, whose pages are read from replicas. */
	STARTUP("debian-13-simple-3-cloud-lb", Map.of("criticality", "internal", "network", "aws", "read-scaling", "now")),

	/** A works council with two servers and a small machine. */
	OFFICE("debian-13-simple-2w", Map.of("criticality", "internal", "hosts", "two-and-witness")),

	/** A small shop with the same. */
	KIOSK("debian-13-full-2w", Map.of("read-scaling", "now", "hosts", "two-and-witness")),

	/** Devices that write all day and repeat what failed. */
	TELEMETRY("debian-13-simple-6", Map.of("criticality", "internal", "write-load", "heavy")),

	/** A bank with three data centres. */
	BANK("debian-13-simple-3-three-sites", Map.of("criticality", "internal", "sites", "three")),

	/** A booking system on Debian 12 that is read from replicas. */
	BOOKING("debian-12-full-8", Map.of("read-scaling", "now", "availability", "99.99", "platform", "debian-12"));

	/** Read once: that takes longer than everything that is made of it. */
	private static final RuleBook BOOK = RuleBook.bundled();

	private final String shape;

	private final Map<String, String> answers;

	Persona(String shape, Map<String, String> answers) {
		this.shape = shape;
		this.answers = new HashMap<>(answers);
		this.answers.putAll(Map.of("rto", "30s", "rpo", "zero"));
	}

	/** The one whose answers lead to that shape. */
	public static Persona of(String shape) {
		for (Persona candidate : values()) {
			if (candidate.shape.equals(shape)) {
				return candidate;
			}
		}
		throw new IllegalArgumentException("Nobody needs " + shape);
	}

	/**
	 * The first one of the same platform and design: its bundle is kept as a whole, and
	 * checked file by file.
	 */
	public Persona first() {
		Shape own = plan().shape();
		for (Persona candidate : values()) {
			Shape shape = candidate.plan().shape();
			if (shape.platform() == own.platform() && shape.design() == own.design()) {
				return candidate;
			}
		}
		throw new IllegalStateException(this + " is not even the first one itself");
	}

	public String shape() {
		return this.shape;
	}

	public Map<String, String> answers() {
		return Map.copyOf(this.answers);
	}

	public ClusterPlan plan() {
		return plan(Map.of());
	}

	/** The plan for an inventory of the API, whose missing parts take example values. */
	public ClusterPlan plan(Map<String, ?> inventory) {
		Advice advice = BOOK.advise(Answers.of(BOOK.questionnaire(), this.answers));
		ClusterPlan plan = Parts.plan(advice, Inventory.parse(Shape.of(advice), inventory));
		if (!plan.shape().id().equals(this.shape)) {
			throw new IllegalStateException("These answers lead to " + plan.shape().id());
		}
		return plan;
	}

}
