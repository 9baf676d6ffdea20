package dev.pghaadvisor.plan;

/**
 * Whether a commit waits for standbys.
 *
 * @param on Patroni's {@code synchronous_mode}
 * @param nodeCount how many standbys it waits for; 0 when off
 */
public record Synchronous(boolean on, int nodeCount) {

	/**
	 * @throws IllegalArgumentException if the count contradicts the switch
	 */
	public Synchronous {
		if (on ? nodeCount < 1 || nodeCount > 2 : nodeCount != 0) {
			throw new IllegalArgumentException(
					"synchronous mode " + (on ? "on" : "off") + " with " + nodeCount + " synchronous standbys");
		}
	}

}
