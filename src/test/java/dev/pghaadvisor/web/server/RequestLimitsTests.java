package dev.pghaadvisor.web.server;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link RequestLimits} with the limit that is set without configuration. */
class RequestLimitsTests {

	/** The wizard waits that long for the next answer before it asks. */
	private static final int MILLISECONDS_BETWEEN_ANSWERS = 150;

	private final RequestLimits limits = new RequestLimits(
			new Binder(new MapConfigurationPropertySource()).bindOrCreate("advisor", Bindable.of(WebProperties.class)));

	@Test
	void nobodyAnswersFastEnoughToBeRefused() throws ServletException, IOException {
		for (int answer = 0; answer < 60_000 / MILLISECONDS_BETWEEN_ANSWERS; answer++) {
			assertThat(get("/advisor")).as("answer " + answer).isEqualTo(200);
		}
		assertThat(get("/advice")).isEqualTo(200);
	}

	@Test
	void moreThanPeopleCanAskIsRefused() throws ServletException, IOException {
		int answered = 0;
		while (answered < 2000 && get("/advisor") == 200) {
			answered++;
		}
		assertThat(answered).isBetween(600, 700);
	}

	@Test
	void whatAPageIsMadeOfCountsNothing() throws ServletException, IOException {
		for (int file = 0; file < 1000; file++) {
			assertThat(get("/js/wizard.js")).isEqualTo(200);
		}
		assertThat(get("/advisor")).isEqualTo(200);
	}

	private int get(String path) throws ServletException, IOException {
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.limits.doFilter(new MockHttpServletRequest("GET", path), response, new MockFilterChain());
		return response.getStatus();
	}

}
