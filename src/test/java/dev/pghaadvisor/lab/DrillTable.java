package dev.pghaadvisor.lab;

import java.util.Arrays;
import java.util.List;

/**
 * The table that a bundle's drill prints.
 *
 * @param text what Ansible printed from there on
 */
record DrillTable(String text) {

	/**
	 * The last two numbers of a row: writes on connections of their own, in a session.
	 */
	List<Double> measured(String row) {
		String line = this.text.lines()
			.map(String::strip)
			.filter((candidate) -> candidate.startsWith("\"" + row))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No " + row + " in:\n" + this.text));
		String[] words = line.replaceAll("[\",]", "").split(" +");
		return Arrays.stream(words).skip(words.length - 2L).map(Double::valueOf).toList();
	}

}
