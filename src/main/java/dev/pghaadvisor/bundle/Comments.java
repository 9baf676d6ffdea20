package dev.pghaadvisor.bundle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Prose as comment lines of files that comment with {@code #}. */
final class Comments {

	private static final int WIDTH = 118;

	private Comments() {
	}

	/**
	 * Wraps a text.
	 * @param text the prose; whatever breaks lines in it becomes a space
	 * @param indent how many spaces start every line but the first, which the template
	 * indents
	 * @return the lines without a last line break
	 */
	static String lines(String text, int indent) {
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder("#");
		for (String word : words(text)) {
			if (line.length() > 1 && indent + line.length() + 1 + word.length() > WIDTH) {
				lines.add(line.toString());
				line = new StringBuilder("#");
			}
			line.append(' ').append(word);
		}
		lines.add(line.toString());
		return String.join("\n" + " ".repeat(indent), lines);
	}

	private static List<String> words(String text) {
		return Arrays.stream(text.split("[\\s\\p{Cntrl}\u0085\u2028\u2029]+"))
			.filter((word) -> !word.isEmpty())
			.toList();
	}

}
