package dev.pghaadvisor.yaml;

import java.util.List;

/**
 * A place in a file.
 *
 * @param file the file's name
 * @param lines the file's text, for showing the line
 * @param line counted from 1; 0 stands for the whole file
 * @param column counted from 1
 */
public record Place(String file, List<String> lines, int line, int column) {

	/** The longest piece of a line that a message shows. */
	private static final int SHOWN = 160;

	String show(String message) {
		if (this.line == 0 || this.line > this.lines.size()) {
			return this.file + ": " + message;
		}
		String text = this.lines.get(this.line - 1).replace('\t', ' ');
		String number = "  " + this.line + " | ";
		String head = this.file + ":" + this.line + ":" + this.column + ": " + message;
		if (this.column > SHOWN) {
			return head;
		}
		return head + "\n" + number + text.substring(0, Math.min(text.length(), SHOWN)) + "\n"
				+ " ".repeat(number.length() - 2) + "| " + " ".repeat(this.column - 1) + "^";
	}

}
