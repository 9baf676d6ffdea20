package dev.pghaadvisor.plan;

import java.util.List;

/**
 * What one host's firewall has to let in.
 *
 * @param protocol {@code tcp} or {@code vrrp} (IP protocol 112)
 * @param port the port on this host; 0 for a protocol without ports
 * @param anywhere true if every source is let in; then {@code sources} is empty
 * @param sources addresses and networks, sorted, never the host itself
 * @param purpose what for, one phrase
 */
public record InboundRule(String protocol, int port, boolean anywhere, List<String> sources, String purpose) {

	/**
	 * @throws IllegalArgumentException if the sources contradict {@code anywhere}
	 */
	public InboundRule {
		if (anywhere != sources.isEmpty()) {
			throw new IllegalArgumentException(
					"Port " + port + " is open " + (anywhere ? "to anywhere and to " + sources : "to nobody"));
		}
		sources = List.copyOf(sources);
	}

}
