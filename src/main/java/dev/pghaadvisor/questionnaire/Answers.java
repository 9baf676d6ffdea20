package dev.pghaadvisor.questionnaire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.pghaadvisor.yaml.Nearest;

/** An answer to every question. */
public final class Answers {

	/** Who gets this many wrong sends something else than answers. */
	private static final int MOST_ERRORS = 20;

	private final Questionnaire questionnaire;

	private final List<Answer> all;

	private final Map<String, Answer> byQuestion = new HashMap<>();

	private Answers(Questionnaire questionnaire, List<Answer> all) {
		this.questionnaire = questionnaire;
		this.all = List.copyOf(all);
		all.forEach((answer) -> this.byQuestion.put(answer.question().id(), answer));
	}

	/**
	 * Reads raw answers.
	 * @throws InvalidAnswersException if a question or an option is unknown
	 */
	public static Answers of(Questionnaire questionnaire, Map<String, String> raw) {
		List<InputError> errors = new ArrayList<>();
		raw.forEach((id, option) -> {
			if (errors.size() < MOST_ERRORS
					&& questionnaire.questions().stream().noneMatch((question) -> question.id().equals(id))) {
				List<String> ids = questionnaire.questions().stream().map(Question::id).toList();
				errors.add(new InputError(shown(id), "There is no such question" + nearest(id, ids), ids));
			}
		});
		List<Answer> all = new ArrayList<>();
		for (Question question : questionnaire.questions()) {
			String given = raw.get(question.id());
			if (given == null) {
				all.add(new Answer(question, question.option(question.defaultOption()), AnswerSource.DEFAULTED));
			}
			else if (given.equals(Question.NOT_SURE)) {
				all.add(new Answer(question, question.option(question.notSure().option()), AnswerSource.ASSUMED));
			}
			else if (question.options().stream().anyMatch((option) -> option.id().equals(given))) {
				all.add(new Answer(question, question.option(given), AnswerSource.GIVEN));
			}
			else {
				List<String> valid = new ArrayList<>(question.options().stream().map(Option::id).toList());
				valid.add(Question.NOT_SURE);
				errors.add(new InputError(question.id(),
						"'" + shown(given) + "' is not among the options" + nearest(given, valid), valid));
			}
		}
		if (!errors.isEmpty()) {
			throw new InvalidAnswersException(errors);
		}
		return new Answers(questionnaire, all);
	}

	public String option(String questionId) {
		return answer(questionId).option().id();
	}

	/** What the answer to a question means to the code. */
	public <T> T get(Choice.Asked<T> choice) {
		return choice.read(option(choice.id()));
	}

	public Answer answer(String id) {
		Answer answer = this.byQuestion.get(id);
		if (answer == null) {
			throw new IllegalArgumentException("No question " + id);
		}
		return answer;
	}

	public List<Answer> all() {
		return this.all;
	}

	/** What differs from the defaults, in order, not-sure kept. */
	public Map<String, String> given() {
		Map<String, String> given = new LinkedHashMap<>();
		for (Answer answer : this.all) {
			if (answer.source() == AnswerSource.ASSUMED) {
				given.put(answer.question().id(), Question.NOT_SURE);
			}
			else if (!answer.option().id().equals(answer.question().defaultOption())) {
				given.put(answer.question().id(), answer.option().id());
			}
		}
		return given;
	}

	public Answers with(Map<String, String> change) {
		Map<String, String> raw = given();
		raw.putAll(change);
		return of(this.questionnaire, raw);
	}

	private static String nearest(String typed, List<String> valid) {
		return valid.isEmpty() ? "" : "; the nearest is '" + Nearest.of(typed, valid) + "'";
	}

	/** What was typed, made safe to show: short, without control or direction marks. */
	private static String shown(String typed) {
		String text = typed.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
		return (text.length() <= 60) ? text : text.substring(0, 60) + "...";
	}

	public Questionnaire questionnaire() {
		return this.questionnaire;
	}

}
