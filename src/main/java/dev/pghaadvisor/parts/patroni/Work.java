package dev.pghaadvisor.parts.patroni;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Named;
import dev.pghaadvisor.questionnaire.Values;

/** What kind of work the database does. */
enum Work implements Named {

	/** Many short transactions. */
	OLTP("oltp"),

	/** Transactions, and reports beside them. */
	MIXED("mixed"),

	/** Few queries at a time that read much. */
	ANALYTICS("analytics");

	static final Choice.Asked<Work> CHOICE = new Choice.Asked<>("work", Values.of(Work.class));

	private final String id;

	Work(String id) {
		this.id = id;
	}

	@Override
	public String id() {
		return this.id;
	}

}
