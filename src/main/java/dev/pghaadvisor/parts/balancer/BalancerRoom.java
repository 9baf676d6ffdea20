package dev.pghaadvisor.parts.balancer;

import dev.pghaadvisor.bundle.Room;

/** A balancer in front: nothing on any host, and a chapter with its values. */
public final class BalancerRoom {

	public static final Room ROOM = new Room(new BalancerPart(), (sheet, host) -> {
	});

	private BalancerRoom() {
	}

}
