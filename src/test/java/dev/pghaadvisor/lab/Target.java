package dev.pghaadvisor.lab;

/**
 * Whom a drill does something to. Who that is, is looked up when the drill begins; what
 * begins with NEXT, when it is first named, and it stays the same from then on.
 */
enum Target {

	LEADER,

	/** The replica that may lead next; in synchronous mode one that confirms commits. */
	REPLICA,

	/** Who leads after another one did. */
	NEXT_LEADER,

	/** Who leads whenever it is named. */
	CURRENT_LEADER,

	/** The host that only votes. */
	WITNESS,

	/** Every host of the site that the leader stands in. */
	LEADER_SITE,

	/** The host that has the virtual address. */
	WAY_IN,

	ETCD_LEADER,

	/** The member that leads etcd after something was done to another one. */
	NEXT_ETCD_LEADER,

	/** So many members of etcd that the rest decides nothing. */
	MOST_OF_ETCD,

	EVERY_HOST,

	/** Every host but the one that led when the drill began. */
	EVERY_OTHER_HOST,

	/** A client of its own, beside the applications. */
	CLIENT

}
