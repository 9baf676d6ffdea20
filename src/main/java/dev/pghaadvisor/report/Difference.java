package dev.pghaadvisor.report;

/**
 * One thing that two reports say otherwise; what only one of them says is "-" in the
 * other.
 *
 * @param what a setting, a rule or a file
 * @param then what the earlier one says
 * @param now what the later one says
 */
public record Difference(String what, String then, String now) {

	/** Stands for what is in only one of the two. */
	static final String ABSENT = "-";

	boolean isAdded() {
		return this.then.equals(ABSENT);
	}

	boolean isGone() {
		return this.now.equals(ABSENT);
	}

}
