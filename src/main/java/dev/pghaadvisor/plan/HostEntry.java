package dev.pghaadvisor.plan;

/**
 * A host as the user names it; what it does follows from its place in the list.
 *
 * @param name its short name
 * @param address the address the others reach it at
 */
public record HostEntry(HostName name, Ipv4Address address) {
}
