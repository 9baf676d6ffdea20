package dev.pghaadvisor.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Finds what somebody probably meant. */
public final class Nearest {

	/** Comparing more than this of what was typed helps nobody. */
	private static final int LONGEST = 64;

	private Nearest() {
	}

	/** A clause for the end of a message: the nearest name and all valid ones. */
	public static String hint(String typed, Collection<String> valid) {
		if (valid.isEmpty()) {
			return "there is none to choose from";
		}
		String all = "valid: " + String.join(", ", valid);
		String nearest = close(typed, valid);
		return (nearest != null) ? "did you mean '" + nearest + "'? (" + all + ")" : all;
	}

	/** The nearest of the names, if it is near enough to be meant. */
	public static @Nullable String close(String typed, Collection<String> valid) {
		if (valid.isEmpty()) {
			return null;
		}
		String nearest = of(typed, List.copyOf(valid));
		return (distance(typed, nearest) <= Math.max(2, typed.length() / 2)) ? nearest : null;
	}

	/** The valid name with the fewest edits between; of several the first. */
	public static String of(String typed, List<String> valid) {
		return valid.stream().min(Comparator.comparingInt((name) -> distance(typed, name))).orElseThrow();
	}

	/** Levenshtein's distance with one row of memory. */
	private static int distance(String typed, String name) {
		String text = typed.substring(0, Math.min(typed.length(), LONGEST));
		int[] row = new int[name.length() + 1];
		for (int column = 0; column < row.length; column++) {
			row[column] = column;
		}
		for (int line = 1; line <= text.length(); line++) {
			int diagonal = row[0];
			row[0] = line;
			for (int column = 1; column < row.length; column++) {
				int above = row[column];
				int change = diagonal + ((text.charAt(line - 1) == name.charAt(column - 1)) ? 0 : 1);
				row[column] = Math.min(change, Math.min(above, row[column - 1]) + 1);
				diagonal = above;
			}
		}
		return row[name.length()];
	}

}
