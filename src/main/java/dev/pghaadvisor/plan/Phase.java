package dev.pghaadvisor.plan;

/**
 * When something comes up, in order: whatever is in one phase needs what is in those
 * before it, and files, services and plays of a host follow the same order.
 */
public enum Phase {

	/** Kernel settings and firewall. */
	KERNEL,

	/** Where the leader's key is kept. */
	STORE,

	/** The databases and those who watch over them. */
	DATABASE,

	/** What looks after something that runs already. */
	OPTION,

	/** What leads clients in. */
	ROUTING

}
