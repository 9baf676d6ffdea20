package dev.pghaadvisor.lab;

import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * A bundle as a user gets it.
 *
 * @param folder the one folder inside
 * @param zip the bytes that the application sent
 */
record Download(String folder, byte[] zip) {

	/** Asks the application for the bundle of these answers with example addresses. */
	static Download of(MockMvcTester application, Map<String, String> answers) {
		return of(application, answers, Map.of());
	}

	static Download of(MockMvcTester application, Map<String, String> answers, Map<String, Object> inventory) {
		MvcTestResult result = application.post()
			.uri("/api/v1/bundle.zip")
			.contentType(MediaType.APPLICATION_JSON)
			.content(JsonMapper.shared().writeValueAsString(Map.of("answers", answers, "inventory", inventory)))
			.exchange();
		String name = result.getResponse().getHeader("Content-Disposition");
		if (result.getResponse().getStatus() != 200 || name == null) {
			throw new IllegalStateException("No bundle: " + result.getResponse().getStatus());
		}
		return new Download(name.replaceFirst(".*filename=\"(.*)[.]zip\".*", "$1"),
				result.getResponse().getContentAsByteArray());
	}

}
