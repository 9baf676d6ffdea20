package dev.pghaadvisor.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what somebody probably meant. */
final class NearestName {

	/** Comparing more than this of what was typed helps nobody. */
	private static final int LONGEST = 64;

	private NearestName() {
	}

	/** The known name with the fewest edits between; of several the first. */
	static String of(String typed, List<String> known) {
		String text = typed.substring(0, Math.min(typed.length(), LONGEST)).toLowerCase(Locale.ROOT);
		return known.stream()
			.min(Comparator.comparingInt((name) -> edits(text, name.toLowerCase(Locale.ROOT))))
			.orElseThrow();
	}

	/** Levenshtein's distance with one row of memory. */
	private static int edits(String one, String other) {
		int[] row = new int[other.length() + 1];
		for (int column = 0; column < row.length; column++) {
			row[column] = column;
		}
		for (int line = 1; line <= one.length(); line++) {
			int diagonal = row[0];
			row[0] = line;
			for (int column = 1; column < row.length; column++) {
				int above = row[column];
				int change = diagonal + ((one.charAt(line - 1) == other.charAt(column - 1)) ? 0 : 1);
				row[column] = Math.min(change, Math.min(above, row[column - 1]) + 1);
				diagonal = above;
			}
		}
		return row[other.length()];
	}

}
