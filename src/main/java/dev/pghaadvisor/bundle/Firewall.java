package dev.pghaadvisor.bundle;

import java.util.List;
import java.util.stream.Collectors;

import dev.pghaadvisor.plan.InboundRule;

/**
 * A host's inbound rules as nftables writes them. Ports that everybody may reach are none
 * of this table's business.
 */
final class Firewall {

	private Firewall() {
	}

	static List<Allowance> allowances(List<InboundRule> rules) {
		return rules.stream().filter((rule) -> !rule.anywhere()).map(Firewall::allowance).toList();
	}

	private static Allowance allowance(InboundRule rule) {
		String sources = "ip saddr " + rule.sources().stream().collect(Collectors.joining(", ", "{ ", " }"));
		String what = rule.protocol().equals("vrrp") ? "meta l4proto 112" : "tcp dport " + rule.port();
		return new Allowance(sources + " " + what, rule.purpose());
	}

	/** Ports that are closed to everybody who is not allowed, as elements of a set. */
	static String guardedPorts(List<InboundRule> rules) {
		return rules.stream()
			.filter((rule) -> !rule.anywhere() && rule.protocol().equals("tcp"))
			.map((rule) -> String.valueOf(rule.port()))
			.collect(Collectors.joining(", "));
	}

}
