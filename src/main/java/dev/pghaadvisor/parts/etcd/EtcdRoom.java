package dev.pghaadvisor.parts.etcd;

import dev.pghaadvisor.bundle.Room;

/** etcd, where Patroni keeps the leader's key. */
public final class EtcdRoom {

	public static final Room ROOM = new Room(new EtcdPart(), new EtcdFurnishing());

	private EtcdRoom() {
	}

}
