package dev.pghaadvisor.plan;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Named;
import dev.pghaadvisor.questionnaire.Values;

/** How large the database is, taken at the upper end of the answer. */
public enum DatabaseSize implements Named {

	SMALL("small", 50), MEDIUM("medium", 500),

	/** The answer has no upper end. */
	LARGE("large", 1000);

	/** The answer about the size. */
	public static final Choice.Asked<DatabaseSize> CHOICE = new Choice.Asked<>("workload",
			Values.of(DatabaseSize.class));

	private final String id;

	private final int gigabytes;

	DatabaseSize(String id, int gigabytes) {
		this.id = id;
		this.gigabytes = gigabytes;
	}

	@Override
	public String id() {
		return this.id;
	}

	/** GB of data in all tables and indexes. */
	public int gigabytes() {
		return this.gigabytes;
	}

}
