package dev.pghaadvisor.parts.host;

import dev.pghaadvisor.bundle.Room;

/** The host itself: its kernel, its firewall, and how services start on it. */
public final class HostRoom {

	public static final Room ROOM = new Room(new HostPart(), new HostFurnishing());

	private HostRoom() {
	}

}
