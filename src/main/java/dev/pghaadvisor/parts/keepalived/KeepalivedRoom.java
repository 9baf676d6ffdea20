package dev.pghaadvisor.parts.keepalived;

import dev.pghaadvisor.bundle.Room;

/** Keepalived, which moves the virtual address. */
public final class KeepalivedRoom {

	public static final Room ROOM = new Room(new KeepalivedPart(), new KeepalivedFurnishing());

	private KeepalivedRoom() {
	}

}
