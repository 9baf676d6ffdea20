package dev.pghaadvisor.forecast;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Named;
import dev.pghaadvisor.questionnaire.Values;

/** How much availability has been promised. */
enum Promise implements Named {

	BEST_EFFORT("best-effort", 100), THREE_NINES("99.9", 99.9), THREE_NINES_FIVE("99.95", 99.95),
	FOUR_NINES("99.99", 99.99), FIVE_NINES("99.999", 99.999);

	static final Choice.Asked<Promise> CHOICE = new Choice.Asked<>("availability", Values.of(Promise.class));

	private final String id;

	private final double percent;

	Promise(String id, double percent) {
		this.id = id;
		this.percent = percent;
	}

	@Override
	public String id() {
		return this.id;
	}

	/** The outage that it allows in so many seconds; 0 if nothing is promised. */
	double secondsOf(double period) {
		return period * (100 - this.percent) / 100;
	}

}
