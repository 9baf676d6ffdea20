package dev.pghaadvisor.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects everything that is wrong, so that an author sees it at once.
 */
public final class Problems {

	private record Problem(Place place, String message) {
	}

	private final List<Problem> all = new ArrayList<>();

	public void add(Place place, String message) {
		this.all.add(new Problem(place, message));
	}

	public void add(YamlNode node, String message) {
		add(node.place(), message);
	}

	/** How many there are so far. */
	public int count() {
		return this.all.size();
	}

	/** Each with file, line, column and the line with a caret, files kept together. */
	public List<String> shown() {
		return this.all.stream()
			.sorted(Comparator.comparing((Problem problem) -> problem.place().file())
				.thenComparing((problem) -> problem.place().line())
				.thenComparing((problem) -> problem.place().column()))
			.map((problem) -> problem.place().show(problem.message()))
			.toList();
	}

}
