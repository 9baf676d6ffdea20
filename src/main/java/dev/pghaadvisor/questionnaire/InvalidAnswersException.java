package dev.pghaadvisor.questionnaire;

import java.util.List;

/** Everything that is wrong with the answers, at once. */
public final class InvalidAnswersException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<InputError> errors;

	public InvalidAnswersException(List<InputError> errors) {
		super(errors.toString());
		this.errors = List.copyOf(errors);
	}

	public List<InputError> errors() {
		return this.errors;
	}

}
