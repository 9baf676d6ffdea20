package dev.pghaadvisor.rules;

import java.nio.file.Path;
import java.util.List;

import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.questionnaire.Questionnaire;

/** The rules of one folder, loaded and checked. */
public final class RuleBook {

	private RuleBook() {
	}

	/** The rules this program ships. */
	public static RuleBook bundled() {
		throw new UnsupportedOperationException("The rule files are not written");
	}

	/**
	 * Loads the rules of a folder.
	 * @throws RuleFileException if the files do not fit together
	 */
	public static RuleBook load(Path folder) throws RuleFileException {
		throw new RuleFileException(List.of("The rule files are not written"));
	}

	public Questionnaire questionnaire() {
		throw new UnsupportedOperationException();
	}

	/** A hash of the files. */
	public String version() {
		throw new UnsupportedOperationException();
	}

	/** Judges the answers. */
	public Advice advise(Answers answers) {
		throw new UnsupportedOperationException();
	}

	/** The same answers as if the given design had been chosen. */
	public Advice advise(Answers answers, Design asIf) {
		throw new UnsupportedOperationException();
	}

	/** The smallest changes of answers that change the design or lift a block. */
	public List<Counterfactual> counterfactuals(Answers answers) {
		throw new UnsupportedOperationException();
	}

	public List<Preset> presets() {
		throw new UnsupportedOperationException();
	}

	public List<Rule> rules() {
		throw new UnsupportedOperationException();
	}

	public List<RuleSource> sources() {
		throw new UnsupportedOperationException();
	}

}
