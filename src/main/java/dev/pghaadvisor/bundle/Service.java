package dev.pghaadvisor.bundle;

/**
 * A unit that is started on a host.
 *
 * @param unit its name
 * @param room whose it is
 * @param founding whether the first host has to have started it before the others may
 */
public record Service(String unit, Room room, boolean founding) {
}
