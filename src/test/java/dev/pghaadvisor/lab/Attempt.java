package dev.pghaadvisor.lab;

/**
 * One attempt of an application, or a pause of the lab itself, as {@link Traffic} printed
 * it. Times are seconds of the epoch.
 *
 * @param client who
 * @param number which row
 * @param began when
 * @param ended when the answer or the error was there
 * @param acknowledged whether it succeeded
 * @param detail which server took it, or the SQLSTATE of the error, {@code none} without
 * one
 */
record Attempt(String client, long number, double began, double ended, boolean acknowledged, String detail) {

	/** Client name of a pause of the lab itself. */
	static final String STALL = "stall";

	static Attempt parse(String line) {
		String[] words = line.split(" ");
		if (words.length != 6) {
			throw new IllegalArgumentException("No attempt: " + line);
		}
		return new Attempt(words[0], Long.parseLong(words[1]), Double.parseDouble(words[2]),
				Double.parseDouble(words[3]), words[4].equals("ok"), words[5]);
	}

	/** Seconds until the answer. */
	double took() {
		return this.ended - this.began;
	}

}
