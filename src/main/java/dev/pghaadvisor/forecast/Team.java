package dev.pghaadvisor.forecast;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Named;
import dev.pghaadvisor.questionnaire.Values;

/** Who looks after the database. */
enum Team implements Named {

	/** Judgement: three days until somebody has noticed and somebody else is found. */
	NONE("none", 3 * 24 * 60),

	/** In office hours. */
	GENERALIST("generalist", Math.round(untilTheOfficeOpens() * 60)),

	/** At once: what is assumed of each repair has the minutes until somebody looks. */
	DBA_ON_CALL("dba-on-call", 0);

	static final Choice.Asked<Team> CHOICE = new Choice.Asked<>("team", Values.of(Team.class));

	private final String id;

	private final double wait;

	Team(String id, double wait) {
		this.id = id;
		this.wait = wait;
	}

	@Override
	public String id() {
		return this.id;
	}

	/** Minutes on average until somebody begins to repair. */
	double wait(Event event) {
		return event.happensAtWork() ? 0 : this.wait;
	}

	/**
	 * Hours on average from any moment of a week until the next office hour, where five
	 * days have eight of them: a moment within four nights of 16 hours or a weekend of 64
	 * waits for half of it.
	 */
	private static double untilTheOfficeOpens() {
		double week = 7 * 24;
		return (4 * 16 * 16 + 64 * 64) / (2 * week);
	}

}
