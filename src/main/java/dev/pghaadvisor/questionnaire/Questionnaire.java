package dev.pghaadvisor.questionnaire;

import java.util.List;

/** Every question, in order. */
public final class Questionnaire {

	private final List<Section> sections;

	public Questionnaire(List<Section> sections) {
		this.sections = List.copyOf(sections);
	}

	public List<Section> sections() {
		return this.sections;
	}

	public List<Question> questions() {
		return this.sections.stream().flatMap((section) -> section.questions().stream()).toList();
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
