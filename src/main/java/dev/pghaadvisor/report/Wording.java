package dev.pghaadvisor.report;

import java.util.Arrays;
import java.util.stream.Collectors;

import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Option;
import dev.pghaadvisor.questionnaire.Question;
import dev.pghaadvisor.questionnaire.Questionnaire;
import dev.pghaadvisor.rules.Design;
import org.jspecify.annotations.Nullable;

/** The sentences of a report that do not come from the rule files. */
final class Wording {

	private Wording() {
	}

	static String headline(@Nullable Design design) {
		return (design == null) ? "No design fits these answers" : switch (design) {
			case SIMPLE -> "The simple design fits";
			case FULL -> "The full design fits";
		};
	}

	static String summary(@Nullable Shape shape) {
		return (shape == null)
				? "At least one answer rules out automatic failover that can be trusted. Below is why, and the smallest "
						+ "change that would make a design possible."
				: switch (shape.design()) {
					case SIMPLE -> simple(shape);
					case FULL -> "HAProxy finds the leader through Patroni's REST API, and " + inFront(shape.entry())
							+ " Applications write to one port and read from replicas on another.";
				};
	}

	private static String simple(Shape shape) {
		String hosts = shape.footprint().hasWitness()
				? "Two hosts, each with PostgreSQL, Patroni%s and etcd, and a small third one whose etcd only votes. "
				: shape.footprint().etcdBesideDatabases() ? "Three hosts, each with PostgreSQL, Patroni%s and etcd. "
						: "Three hosts, each with PostgreSQL%s, and three small ones with etcd. ";
		return switch (shape.entry()) {
			case KEEPALIVED ->
				hosts.formatted(shape.footprint().etcdBesideDatabases() ? ", Keepalived" : ", Patroni and Keepalived")
						+ "A virtual address " + "follows Patroni's leader, and applications connect straight to it.";
			case CLOUD_LB,
					EXTERNAL_LB ->
				hosts.formatted(shape.footprint().etcdBesideDatabases() ? "" : " and Patroni")
						+ "A balancer asks every database "
						+ "host's Patroni whether it leads, and leads applications to the one that does.";
			case MULTI_HOST -> hosts.formatted(shape.footprint().etcdBesideDatabases() ? "" : " and Patroni")
					+ "The drivers of the applications "
					+ "know all database hosts and keep to the one that takes writes.";
		};
	}

	private static String inFront(Entry entry) {
		return switch (entry) {
			case KEEPALIVED -> "Keepalived keeps a virtual address in front of HAProxy.";
			case CLOUD_LB, EXTERNAL_LB -> "a balancer stands in front of the HAProxy hosts.";
			case MULTI_HOST -> "the drivers of the applications know every HAProxy host.";
		};
	}

	static String outcome(@Nullable Design design) {
		return (design == null) ? "no design would fit" : switch (design) {
			case SIMPLE -> "the simple design would fit";
			case FULL -> "the full design would fit";
		};
	}

	static String title(Design design, Entry entry) {
		return switch (design) {
			case SIMPLE -> switch (entry) {
				case KEEPALIVED -> "Simple: the virtual address follows the leader";
				case CLOUD_LB, EXTERNAL_LB -> "Simple: the balancer follows the leader";
				case MULTI_HOST -> "Simple: the drivers follow the leader";
			};
			case FULL -> "Full: HAProxy in front, " + switch (entry) {
				case KEEPALIVED -> "a virtual address in front of HAProxy";
				case CLOUD_LB, EXTERNAL_LB -> "a balancer in front of HAProxy";
				case MULTI_HOST -> "and drivers that know every HAProxy host";
			};
		};
	}

	/** Where applications arrive. */
	static String wayIn(Design design, Entry entry) {
		return switch (entry) {
			case KEEPALIVED -> (design == Design.SIMPLE)
					? "The host whose Patroni holds the leader lock; nobody while there is no leader."
					: "One of the HAProxy hosts, whichever database host leads.";
			case CLOUD_LB, EXTERNAL_LB -> "Nobody: the balancer has an address of its own.";
			case MULTI_HOST ->
				"Nobody: drivers are given every " + ((design == Design.SIMPLE) ? "database host." : "HAProxy host.");
		};
	}

	/** A question with one or several of its options, in words. */
	static String answer(String questionId, String options, Questionnaire questionnaire) {
		return questionnaire.questions()
			.stream()
			.filter((question) -> question.id().equals(questionId))
			.findFirst()
			.map((question) -> question.text() + " " + labels(question, options))
			.orElse(questionId + ": " + options);
	}

	private static String labels(Question question, String options) {
		return Arrays.stream(options.split(",\\s*|\\s+or\\s+"))
			.map((id) -> question.options()
				.stream()
				.filter((option) -> option.id().equals(id.strip()))
				.map(Option::label)
				.findFirst()
				.orElse(id))
			.collect(Collectors.joining(" or "));
	}

}
