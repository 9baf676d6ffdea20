package dev.pghaadvisor.plan;

import java.util.List;

/**
 * How a balancer in front notices that a host may or may no longer take connections.
 *
 * @param intervalSeconds between two probes of one host, 1 to 300
 * @param threshold how many equal answers in a row it takes, 1 to 10
 * @param networks the balancer's own; empty if they were not told
 */
public record Probes(int intervalSeconds, int threshold, List<Cidr> networks) {

	static final int LONGEST_INTERVAL = 300;

	static final int MOST_IN_A_ROW = 10;

	/**
	 * What all three clouds take: 5 s is the least of AWS and Azure and the default of
	 * Google Cloud, 2 is the least of AWS.
	 */
	public static final Probes USUAL = new Probes(5, 2, List.of());

	/**
	 * @throws IllegalArgumentException if a number is out of its range
	 */
	public Probes {
		if (intervalSeconds < 1 || intervalSeconds > LONGEST_INTERVAL || threshold < 1 || threshold > MOST_IN_A_ROW) {
			throw new IllegalArgumentException(threshold + " probes " + intervalSeconds + " s apart are out of range");
		}
		networks = List.copyOf(networks);
	}

	/** The same from nobody knows where. */
	Probes withoutNetworks() {
		return new Probes(this.intervalSeconds, this.threshold, List.of());
	}

}
