package dev.pghaadvisor.web.api;

import java.util.List;

import dev.pghaadvisor.questionnaire.InputError;

/** A request that does not have the documented shape. */
final class BadRequestException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<InputError> errors;

	BadRequestException(String message, List<InputError> errors) {
		super(message);
		this.errors = List.copyOf(errors);
	}

	List<InputError> errors() {
		return this.errors;
	}

}
