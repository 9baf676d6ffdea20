package dev.pghaadvisor.store;

/** How an attempt to delete a report ended. */
public enum Deletion {

	/** It is gone. */
	DONE,

	/** The deletion token is not this report's. */
	REFUSED,

	/** It had been deleted before. */
	GONE,

	/** There is no such report. */
	UNKNOWN

}
