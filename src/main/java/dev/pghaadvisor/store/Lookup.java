package dev.pghaadvisor.store;

/** What is found behind a token. */
public sealed interface Lookup {

	/** The report that was stored. */
	record Found(StoredReport report) implements Lookup {

	}

	/** It was there and its owner deleted it, or it outlived its time. */
	record Deleted() implements Lookup {

	}

	/** Nobody ever stored it. */
	record Unknown() implements Lookup {

	}

}
