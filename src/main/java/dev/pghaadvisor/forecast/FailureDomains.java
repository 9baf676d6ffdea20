package dev.pghaadvisor.forecast;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Named;
import dev.pghaadvisor.questionnaire.Values;

/** What hosts share. */
enum FailureDomains implements Named {

	SEPARATE("separate"),

	/** Counted as nothing, beside a warning. */
	UNKNOWN("unknown"),

	/** A hypervisor, a rack or storage of at least two of them. */
	SHARED("shared");

	static final Choice.Asked<FailureDomains> CHOICE = new Choice.Asked<>("failure-domains",
			Values.of(FailureDomains.class));

	private final String id;

	FailureDomains(String id) {
		this.id = id;
	}

	@Override
	public String id() {
		return this.id;
	}

}
