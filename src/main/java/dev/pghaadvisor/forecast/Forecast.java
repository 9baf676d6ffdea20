package dev.pghaadvisor.forecast;

import dev.pghaadvisor.rules.Design;

/**
 * How long writes are interrupted by a scenario, computed, not measured.
 *
 * @param scenario what happens
 * @param design to which design
 * @param best seconds if everything falls in place
 * @param expected seconds on average
 * @param worst seconds at most, WAL replay apart; if unbounded, all three numbers are
 * what the cluster takes once people have repaired the cause
 * @param unbounded whether it lasts until people act
 * @param clientSees what each kind of client sees
 * @param how the formula in words
 * @param evidence whether these settings were measured
 * @param recording the name of the {@link EvidenceTable} with it; empty without one
 */
public record Forecast(Scenario scenario, Design design, double best, double expected, double worst, boolean unbounded,
		String clientSees, String how, String evidence, String recording) {

	/** What is said of a forecast that the lab has not measured. */
	public static final String NOT_PROVEN = "not proven for these settings";

	/**
	 * @throws IllegalArgumentException if the numbers are not in order
	 */
	public Forecast {
		if (best < 0 || best > expected || expected > worst) {
			throw new IllegalArgumentException(
					scenario.id() + ": " + best + ", " + expected + ", " + worst + " are not in order");
		}
	}

	Forecast withEvidence(String other, String recording) {
		return new Forecast(this.scenario, this.design, this.best, this.expected, this.worst, this.unbounded,
				this.clientSees, this.how, other, recording);
	}

}
