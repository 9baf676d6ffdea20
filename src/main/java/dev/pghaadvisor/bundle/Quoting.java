package dev.pghaadvisor.bundle;

/**
 * Quotes values for the files they go into. The plan's types let nothing dangerous
 * through; this makes sure that a file means the same even if one of them is widened.
 */
final class Quoting {

	private Quoting() {
	}

	/** A double-quoted YAML scalar. */
	static String yaml(String text) {
		refuseControls(text);
		return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
	}

	private static void refuseControls(String text) {
		if (text.codePoints().anyMatch((c) -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)) {
			throw new IllegalArgumentException("A control character has no place in a generated file");
		}
	}

}
