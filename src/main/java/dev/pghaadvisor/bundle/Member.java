package dev.pghaadvisor.bundle;

/**
 * A host as another host's files name it.
 *
 * @param name the host's name
 * @param address its IPv4 address
 */
public record Member(String name, String address) {
}
