package dev.pghaadvisor.web.input;

import java.util.regex.Pattern;

/** Makes what somebody typed fit to be repeated in an answer: short and on one line. */
public final class Printable {

	private static final int LONGEST = 60;

	private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e]");

	private Printable() {
	}

	/** At most 60 printable characters of it. */
	public static String of(String typed) {
		String printable = UNPRINTABLE.matcher(typed).replaceAll("?");
		return (printable.length() > LONGEST) ? printable.substring(0, LONGEST) + "..." : printable;
	}

}
