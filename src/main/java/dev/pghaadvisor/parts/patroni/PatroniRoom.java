package dev.pghaadvisor.parts.patroni;

import dev.pghaadvisor.bundle.Room;

/** Patroni with its PostgreSQL. */
public final class PatroniRoom {

	public static final Room ROOM = new Room(new PatroniPart(), new PatroniFurnishing());

	private PatroniRoom() {
	}

}
