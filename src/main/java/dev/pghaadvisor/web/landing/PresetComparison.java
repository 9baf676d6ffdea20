package dev.pghaadvisor.web.landing;

import java.util.ArrayList;
import java.util.List;

import dev.pghaadvisor.questionnaire.Answer;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.questionnaire.Question;
import dev.pghaadvisor.questionnaire.Questionnaire;
import dev.pghaadvisor.rules.Preset;

/**
 * The presets beside each other: questions that at least one of them answers otherwise
 * than by the default.
 *
 * @param titles the presets, in the order of the file
 * @param rows one for each such question
 */
record PresetComparison(List<String> titles, List<Row> rows) {

	PresetComparison {
		titles = List.copyOf(titles);
		rows = List.copyOf(rows);
	}

	/** A question with the presets' answers. */
	record Row(String question, boolean key, String byDefault, List<Cell> cells) {

		Row {
			cells = List.copyOf(cells);
		}

	}

	/**
	 * A preset's answer.
	 *
	 * @param unlikeDefault whether it is not the default
	 * @param unlikeNeighbour whether the preset before answers otherwise
	 */
	record Cell(String answer, boolean unlikeDefault, boolean unlikeNeighbour) {

	}

	static PresetComparison of(Questionnaire questionnaire, List<Preset> presets) {
		List<Answers> answers = presets.stream().map((preset) -> Answers.of(questionnaire, preset.answers())).toList();
		List<Row> rows = questionnaire.questions()
			.stream()
			.map((question) -> row(question, answers))
			.filter((row) -> row.cells().stream().anyMatch(Cell::unlikeDefault))
			.toList();
		return new PresetComparison(presets.stream().map(Preset::title).toList(), rows);
	}

	private static Row row(Question question, List<Answers> presets) {
		List<Cell> cells = new ArrayList<>();
		String before = null;
		for (Answers preset : presets) {
			Answer answer = preset.answer(question.id());
			String option = answer.option().id();
			cells.add(new Cell(answer.option().label(), !option.equals(question.defaultOption()),
					before != null && !option.equals(before)));
			before = option;
		}
		return new Row(question.text(), question.key(), question.option(question.defaultOption()).label(), cells);
	}

	/** In how many answers a preset differs from the defaults. */
	long unlikeDefault(int preset) {
		return this.rows.stream().filter((row) -> row.cells().get(preset).unlikeDefault()).count();
	}

	/** In how many answers it differs from the preset before it; 0 for the first. */
	long unlikeNeighbour(int preset) {
		return this.rows.stream().filter((row) -> row.cells().get(preset).unlikeNeighbour()).count();
	}

}
