package dev.pghaadvisor.parts;

import java.util.List;
import java.util.Map;

import dev.pghaadvisor.bundle.Bundle;
import dev.pghaadvisor.bundle.Bundles;
import dev.pghaadvisor.bundle.Room;
import dev.pghaadvisor.parts.balancer.BalancerRoom;
import dev.pghaadvisor.parts.etcd.EtcdRoom;
import dev.pghaadvisor.parts.etcdyield.EtcdYieldRoom;
import dev.pghaadvisor.parts.haproxy.HaproxyRoom;
import dev.pghaadvisor.parts.host.HostRoom;
import dev.pghaadvisor.parts.keepalived.KeepalivedRoom;
import dev.pghaadvisor.parts.patroni.PatroniRoom;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Part;
import dev.pghaadvisor.rules.Advice;

/**
 * Everything that clusters are made of: the one list of rooms, and what is made of it.
 */
public final class Parts {

	/** In the order in which a request meets them. */
	private static final List<Room> ROOMS = List.of(HostRoom.ROOM, BalancerRoom.ROOM, HaproxyRoom.ROOM,
			PatroniRoom.ROOM, EtcdRoom.ROOM, EtcdYieldRoom.ROOM, KeepalivedRoom.ROOM);

	private static final List<Part> ALL = ROOMS.stream().map(Room::part).toList();

	private Parts() {
	}

	/** Every room there is. */
	static List<Room> rooms() {
		return ROOMS;
	}

	/** Every part that a plan may have. */
	public static List<Part> all() {
		return ALL;
	}

	/**
	 * Plans the cluster that the advice recommends on the hosts of the inventory.
	 * @throws IllegalArgumentException if the advice is blocked or the inventory was read
	 * for another shape
	 * @throws dev.pghaadvisor.plan.BrokenInvariantException if rule files set values that
	 * do not fit together
	 */
	public static ClusterPlan plan(Advice advice, Inventory inventory) {
		return ClusterPlan.of(advice, inventory, ALL);
	}

	/**
	 * Writes every file of a plan's bundle: equal input, equal bytes.
	 * @param documents further files of the bundle's folder by name, such as report.html
	 * @throws IllegalArgumentException if a document's name is not a plain file name or
	 * is taken
	 */
	public static Bundle bundle(ClusterPlan plan, Map<String, byte[]> documents) {
		return Bundles.of(plan, ROOMS, documents);
	}

	/**
	 * SHA-256 of what lands on a plan's hosts: two plans with equal sums install the
	 * same.
	 */
	public static String hostsSha256(ClusterPlan plan) {
		return Bundles.hostsSha256(plan, ROOMS);
	}

}
