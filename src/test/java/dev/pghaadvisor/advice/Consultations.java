package dev.pghaadvisor.advice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.pghaadvisor.forecast.Evidence;
import dev.pghaadvisor.forecast.Measurements;
import dev.pghaadvisor.rules.RuleBook;

/** Consultations of the shipped rules to test with. */
public final class Consultations {

	public static final Advisor ADVISOR = new Advisor(RuleBook.bundled(), Measurements.of(Map.of()));

	public static final Map<String, String> MONITORING = Map.of("criticality", "internal", "failover-errors",
			"tolerated");

	public static final Map<String, String> SHOP = Map.of("criticality", "revenue", "availability", "99.99", "rpo",
			"zero", "read-scaling", "now");

	/** What the lab is said to have recorded; the numbers are invented. */
	public static final String RECORDED = "debian-13-simple-3.json";

	private Consultations() {
	}

	public static Consultation simple() {
		return ADVISOR.consult(MONITORING, Map.of());
	}

	public static Consultation full() {
		return ADVISOR.consult(SHOP, Map.of());
	}

	public static Consultation blocked() {
		return ADVISOR.consult(Map.of("hosts", "two"), Map.of());
	}

	/** Evidence that nobody measured. */
	public static Evidence evidence(String name) throws IOException {
		return Evidence.read(name, Files.readString(Path.of("src/test/resources/evidence-fixtures", name)));
	}

	/** An advisor to whom the lab has recorded nothing else. */
	public static Advisor advisor(Evidence evidence) {
		return new Advisor(RuleBook.bundled(), Measurements.of(Map.of(RECORDED, evidence)));
	}

}
