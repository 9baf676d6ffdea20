package dev.pghaadvisor.lab;

/** What has to hold in a drill, whatever happens. */
enum Promise {

	/**
	 * No acknowledged write is missing in synchronous mode; else not more than the report
	 * says.
	 */
	NO_LOSS,

	/** Writes through the way in never reach two servers in turn. */
	ONE_WRITABLE,

	/**
	 * In the simple design the virtual address leaves a host that does not lead as fast
	 * as the checks can tell.
	 */
	ADDRESS_ON_LEADER,

	/** The leader stays the leader, and its PostgreSQL is not started anew. */
	SAME_LEADER,

	/** No write is answered by a server that only reads. */
	NO_READ_ONLY_ERRORS

}
