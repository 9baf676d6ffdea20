package dev.pghaadvisor.web;

import java.util.regex.Pattern;

/** Makes what somebody typed fit to be repeated in an answer: short and on one line. */
final class Shown {

	private static final int LONGEST = 60;

	private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e]");

	private Shown() {
	}

	/** The name of a field, at most 60 printable characters. */
	static String field(String name) {
		String printable = UNPRINTABLE.matcher(name).replaceAll("?");
		return (printable.length() > LONGEST) ? printable.substring(0, LONGEST) + "..." : printable;
	}

}
