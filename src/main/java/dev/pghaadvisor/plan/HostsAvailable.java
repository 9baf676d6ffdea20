package dev.pghaadvisor.plan;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Named;
import dev.pghaadvisor.questionnaire.Values;

/** How many hosts there can be, which is not how many there will be. */
public enum HostsAvailable implements Named {

	/** Too few for any design. */
	TWO("two", 0),

	/** Two for the database; the third is small. */
	TWO_AND_WITNESS("two-and-witness", 3),

	THREE("three", 3), FIVE("five", 5), EIGHT("eight-or-more", 8);

	public static final Choice.Asked<HostsAvailable> CHOICE = new Choice.Asked<>("hosts",
			Values.of(HostsAvailable.class));

	private final String id;

	private final int most;

	HostsAvailable(String id, int most) {
		this.id = id;
		this.most = most;
	}

	@Override
	public String id() {
		return this.id;
	}

	/**
	 * Whether there are enough for it. Whoever has a third full host need not waste it on
	 * a vote, unless fewer parts are what is wanted.
	 */
	public boolean allow(Footprint footprint) {
		return footprint.hosts() <= this.most && switch (this) {
			case TWO -> false;
			case TWO_AND_WITNESS -> footprint.hasWitness();
			case THREE, FIVE, EIGHT -> footprint != Footprint.FULL_2W;
		};
	}

}
