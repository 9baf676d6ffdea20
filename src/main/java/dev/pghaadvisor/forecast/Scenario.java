package dev.pghaadvisor.forecast;

import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.Placement;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Named;
import dev.pghaadvisor.rules.Design;

/** Something that goes wrong, or is done on purpose; the lab drills the same ones. */
public enum Scenario implements Named {

	POSTGRES_CRASH("postgres_crash", "PostgreSQL crashes on the leader"),
	LEADER_POWEROFF("leader_poweroff", "The leader's host loses power"),
	LEADER_NETSPLIT("leader_netsplit", "The leader's host is cut off from everybody"),
	LEADER_PEERCUT("leader_peercut", "The leader reaches clients but not its peers"),
	LEADER_FREEZE("leader_freeze", "The leader's processes hang"),
	LEADER_VMPAUSE("leader_vmpause", "The leader's virtual machine is paused and resumed"),
	PATRONI_KILL("patroni_kill", "Patroni is killed on the leader"), SWITCHOVER("switchover", "A planned switchover"),
	REPLICA_POWEROFF("replica_poweroff", "A replica's host loses power"),
	ETCD_MEMBER_KILL("etcd_member_kill", "One etcd member dies"),
	ETCD_QUORUM_LOSS("etcd_quorum_loss", "Most etcd members are gone"),
	KEEPALIVED_KILL("keepalived_kill", "Keepalived is killed where the virtual address is"),
	HAPROXY_KILL("haproxy_kill", "HAProxy is killed where clients come in"),
	LB_POWEROFF("lb_poweroff", "The HAProxy host where clients come in loses power"),
	DISK_FULL("disk_full", "The leader's disk is full"), RESTART_ALL("restart_all", "Every host is restarted at once"),
	ETCD_LEADER_PAUSE("etcd_leader_pause", "The host of etcd's leader stands still for seconds"),
	SLOW_READER("slow_reader", "A client stops reading, another one is gone"),
	REPLICA_REBUILD("replica_rebuild", "A replica is copied anew over a slow link"),
	BOTH_LOST("both_lost", "The leader and the next one are lost together"),
	FAILOVER_AGAIN("failover_again", "The new leader is lost right after a failover"),
	LEADER_LOSSY("leader_lossy", "The leader's host loses three of ten packets"),
	ALL_DARK("all_dark", "Everything loses power in the middle of a failover"),
	WITNESS_POWEROFF("witness_poweroff", "The witness loses power"),
	SITE_CUT("site_cut", "The leader's whole site is cut off");

	private final String id;

	private final String title;

	Scenario(String id, String title) {
		this.id = id;
		this.title = title;
	}

	/** The name in the evidence files and in JSON. */
	@Override
	public String id() {
		return this.id;
	}

	/** Whether a cluster of that shape has what fails here. */
	boolean concerns(Shape shape) {
		return switch (this) {
			case HAPROXY_KILL, LB_POWEROFF -> shape.design() == Design.FULL;
			case KEEPALIVED_KILL -> shape.entry() == Entry.KEEPALIVED;
			case WITNESS_POWEROFF -> shape.footprint().hasWitness();
			case SITE_CUT -> shape.placement() == Placement.THREE_SITES;
			case POSTGRES_CRASH, LEADER_POWEROFF, LEADER_NETSPLIT, LEADER_PEERCUT, LEADER_FREEZE, LEADER_VMPAUSE,
					PATRONI_KILL, SWITCHOVER, REPLICA_POWEROFF, ETCD_MEMBER_KILL, ETCD_QUORUM_LOSS, DISK_FULL,
					RESTART_ALL, ETCD_LEADER_PAUSE, SLOW_READER, REPLICA_REBUILD, BOTH_LOST, FAILOVER_AGAIN,
					LEADER_LOSSY, ALL_DARK ->
				true;
		};
	}

	/** The words for people. */
	public String title() {
		return this.title;
	}

}
