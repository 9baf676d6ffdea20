package dev.pghaadvisor.parts.etcdyield;

import dev.pghaadvisor.bundle.Room;

/** Keeps the leadership of etcd off the host that leads PostgreSQL. */
public final class EtcdYieldRoom {

	public static final Room ROOM = new Room(new EtcdYieldPart(), new EtcdYieldFurnishing());

	private EtcdYieldRoom() {
	}

}
