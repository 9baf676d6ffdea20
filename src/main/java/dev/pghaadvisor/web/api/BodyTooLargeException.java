package dev.pghaadvisor.web.api;

/** A body longer than {@link ApiRequest#MOST_BYTES}. */
final class BodyTooLargeException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	BodyTooLargeException() {
		super("The body is longer than " + ApiRequest.MOST_BYTES + " bytes.");
	}

}
