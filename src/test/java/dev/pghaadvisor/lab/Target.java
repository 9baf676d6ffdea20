package dev.pghaadvisor.lab;

/** Whom a drill does something to, known when the drill begins. */
enum Target {

	LEADER,

	/** The replica that may lead next; in synchronous mode one that confirms commits. */
	REPLICA,

	/** The host that has the virtual address. */
	WAY_IN,

	ETCD_LEADER,

	/** So many members of etcd that the rest decides nothing. */
	MOST_OF_ETCD,

	EVERY_HOST

}
