package dev.pghaadvisor.bundle;

/**
 * A firewall rule: who may reach one port, or the VRRP protocol.
 *
 * @param match what nftables compares
 * @param purpose what the traffic is for
 */
public record Allowance(String match, String purpose) {
}
