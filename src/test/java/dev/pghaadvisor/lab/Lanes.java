package dev.pghaadvisor.lab;

/**
 * Where test classes stand, so that both lanes end at about the same time. JUnit puts all
 * classes into one queue of which one thread takes the first and the other the last,
 * until they meet: the longest belong to both ends and the shortest into the middle.
 */
final class Lanes {

	static final int LONGEST = 1;

	static final int SECOND_LONGEST = Integer.MAX_VALUE;

	private Lanes() {
	}

}
