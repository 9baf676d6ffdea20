package dev.pghaadvisor.questionnaire;

import java.util.List;

import dev.pghaadvisor.yaml.Problems;
import dev.pghaadvisor.yaml.YamlNode;

/** Every question, in order. */
public final class Questionnaire {

	private final List<Section> sections;

	private final List<Question> questions;

	public Questionnaire(List<Section> sections) {
		this.sections = List.copyOf(sections);
		this.questions = sections.stream().flatMap((section) -> section.questions().stream()).toList();
	}

	/**
	 * Reads a questionnaire. What is wrong is added to the problems; the result may be
	 * used only if nothing was.
	 * @param root sections with their questions
	 * @param rooms lists of further questions, each with its section
	 * @param known the questions that code reads
	 */
	public static Questionnaire read(YamlNode root, List<YamlNode> rooms, Known known, Problems problems) {
		return new QuestionnaireReader(known, problems).read(root, rooms);
	}

	public List<Section> sections() {
		return this.sections;
	}

	public List<Question> questions() {
		return this.questions;
	}

	/**
	 * The question of that id.
	 * @throws IllegalArgumentException if there is none
	 */
	public Question question(String id) {
		return questions().stream()
			.filter((question) -> question.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No question " + id));
	}

}
