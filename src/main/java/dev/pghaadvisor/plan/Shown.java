package dev.pghaadvisor.plan;

/** Makes what a user typed safe and short enough to stand in an error message. */
final class Shown {

	private static final int LONGEST = 40;

	private Shown() {
	}

	/**
	 * The text in quotes: printable ASCII as it is, everything else as its code point, at
	 * most 40 characters of it.
	 */
	static String of(String text) {
		StringBuilder shown = new StringBuilder("\"");
		text.codePoints().limit(LONGEST).forEach((character) -> {
			if (character >= ' ' && character <= '~' && character != '"') {
				shown.appendCodePoint(character);
			}
			else {
				shown.append(String.format("\\u%04x", character));
			}
		});
		shown.append('"');
		int length = text.codePointCount(0, text.length());
		if (length > LONGEST) {
			shown.append("... (").append(length).append(" characters)");
		}
		return shown.toString();
	}

}
