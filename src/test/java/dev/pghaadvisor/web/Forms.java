package dev.pghaadvisor.web;

import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Forms as a browser sends them. */
public final class Forms {

	private Forms() {
	}

	/** Stores a report from the form with these fields: names and values in turn. */
	public static MvcTestResult create(MockMvcTester mvc, String... fields) {
		var request = mvc.post()
			.uri("/reports")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.with(SecurityMockMvcRequestPostProcessors.csrf());
		for (int index = 0; index < fields.length; index += 2) {
			request.param(fields[index], fields[index + 1]);
		}
		return request.exchange();
	}

}
