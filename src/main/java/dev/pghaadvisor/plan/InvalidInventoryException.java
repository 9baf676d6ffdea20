package dev.pghaadvisor.plan;

import java.util.List;

import dev.pghaadvisor.questionnaire.InputError;

/** Everything that is wrong with an inventory, at once. */
public final class InvalidInventoryException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<InputError> errors;

	public InvalidInventoryException(List<InputError> errors) {
		super(errors.toString());
		this.errors = List.copyOf(errors);
	}

	/** The errors by field, in the order of the form. */
	public List<InputError> errors() {
		return this.errors;
	}

}
