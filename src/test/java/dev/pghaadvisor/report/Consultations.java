package dev.pghaadvisor.report;

import java.util.Map;

import dev.pghaadvisor.forecast.Measurements;
import dev.pghaadvisor.rules.RuleBook;

/** Consultations of the shipped rules to test with. */
final class Consultations {

	static final Advisor ADVISOR = new Advisor(RuleBook.bundled(), new Documents(), Measurements.of(Map.of()));

	static final Map<String, String> MONITORING = Map.of("criticality", "internal", "failover-errors", "tolerated");

	static final Map<String, String> SHOP = Map.of("criticality", "revenue", "availability", "99.99", "rpo", "zero",
			"read-scaling", "now");

	private Consultations() {
	}

	static Consultation simple() {
		return ADVISOR.consult(MONITORING, Map.of());
	}

	static Consultation full() {
		return ADVISOR.consult(SHOP, Map.of());
	}

	static Consultation blocked() {
		return ADVISOR.consult(Map.of("hosts", "two"), Map.of());
	}

}
