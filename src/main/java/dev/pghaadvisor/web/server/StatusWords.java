package dev.pghaadvisor.web.server;

import java.util.Map;

import org.springframework.http.HttpStatus;

/** What a status means here, for a program whose request got no further. */
public final class StatusWords {

	private static final Map<HttpStatus, String> WORDS = Map.ofEntries(Map.entry(HttpStatus.BAD_REQUEST,
			"The request cannot be read: a broken % sign, too many parameters, or a form that is cut off or lacks "
					+ "its boundary or its file."),
			Map.entry(HttpStatus.FORBIDDEN,
					"This is not allowed with that token: a report is deleted with the one that "
							+ "came when it was created."),
			Map.entry(HttpStatus.NOT_FOUND, "There is nothing at this address; /v3/api-docs describes what there is."),
			Map.entry(HttpStatus.METHOD_NOT_ALLOWED,
					"There is something at this address, but not for this method; the "
							+ "header Allow names those that are."),
			Map.entry(HttpStatus.NOT_ACCEPTABLE, "Answers are application/json; bundles are application/zip."),
			Map.entry(HttpStatus.GONE, "The report was deleted."),
			Map.entry(HttpStatus.CONTENT_TOO_LARGE, "A request has 64 KiB at most."),
			Map.entry(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send application/json."),
			Map.entry(HttpStatus.TOO_MANY_REQUESTS,
					"Too many requests from this address; the header Retry-After says " + "when to come back."),
			Map.entry(HttpStatus.INTERNAL_SERVER_ERROR, "Something broke here; it is not the request's fault."),
			Map.entry(HttpStatus.SERVICE_UNAVAILABLE,
					"The store does not answer, as when its disk is full. Nothing that "
							+ "was acknowledged is lost; try again later."));

	private StatusWords() {
	}

	/** Its words; the standard's own where nothing more is known. */
	public static String of(HttpStatus status) {
		return WORDS.getOrDefault(status, status.getReasonPhrase() + ".");
	}

}
