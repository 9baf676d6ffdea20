package dev.pghaadvisor.rules;

import java.util.List;

/**
 * Rule files that cannot be used; each problem names file, line and what would be right.
 */
public final class RuleFileException extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient List<String> problems;

	public RuleFileException(List<String> problems) {
		super(String.join("\n\n", problems));
		this.problems = List.copyOf(problems);
	}

	/** Every problem found, in order of file and line. */
	public List<String> problems() {
		return this.problems;
	}

}
