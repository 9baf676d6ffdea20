package dev.pghaadvisor.rules;

/** What the rules say as a whole. */
public sealed interface Verdict {

	/** One design is recommended. */
	record Recommended(Design design) implements Verdict {
	}

	/** No design fits. */
	record Blocked() implements Verdict {
	}

}
