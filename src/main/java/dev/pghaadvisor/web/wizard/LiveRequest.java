package dev.pghaadvisor.web.wizard;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import dev.pghaadvisor.questionnaire.Questionnaire;
import dev.pghaadvisor.web.input.GivenAnswers;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What htmx sends along when a page asks for a part of itself. The address bar always
 * shows the answers that the page shows, so it says what was there before, and no session
 * has to.
 */
final class LiveRequest {

	/** Present if htmx asks. */
	static final String HEADER = "HX-Request";

	/** Present if it asks for a whole page, after the browser's back or forward. */
	static final String HISTORY_HEADER = "HX-History-Restore-Request";

	/** The address bar. */
	static final String SHOWN_HEADER = "HX-Current-URL";

	private static final String NEW_ADDRESS = "HX-Push-Url";

	private LiveRequest() {
	}

	/** One address has two kinds of answers; whoever stores them has to know. */
	static void vary(HttpServletResponse response) {
		response.addHeader(HttpHeaders.VARY, HEADER + ", " + HISTORY_HEADER);
	}

	/** The answers that the page showed, if its address can be read. */
	static Optional<Map<String, String>> before(Questionnaire questionnaire, String shown) {
		if (shown.isEmpty()) {
			return Optional.empty();
		}
		try {
			MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
			UriComponentsBuilder.fromUriString(shown)
				.build()
				.getQueryParams()
				.forEach((name, values) -> values.forEach((value) -> query.add(decoded(name), decoded(value))));
			return Optional.of(GivenAnswers.among(questionnaire, query).answers().given());
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** Lets the address bar follow the answers; the same address is no new step back. */
	static void address(HttpServletResponse response, String shown, String link) {
		response.setHeader(NEW_ADDRESS, shown.endsWith(link) ? "false" : link);
	}

	private static String decoded(@Nullable String text) {
		return (text == null) ? "" : StringUtils.uriDecode(text, StandardCharsets.UTF_8);
	}

}
