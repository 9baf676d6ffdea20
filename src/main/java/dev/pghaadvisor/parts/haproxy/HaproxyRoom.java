package dev.pghaadvisor.parts.haproxy;

import dev.pghaadvisor.bundle.Room;

/** HAProxy, which finds the leader for applications. */
public final class HaproxyRoom {

	public static final Room ROOM = new Room(new HaproxyPart(), new HaproxyFurnishing());

	private HaproxyRoom() {
	}

}
