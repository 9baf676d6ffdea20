package dev.pghaadvisor.web.server;

import dev.pghaadvisor.web.PagesTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** The content security policy, which every page keeps to. */
@PagesTest
class PolicyTests {

	@Autowired
	private MockMvcTester mvc;

	@ParameterizedTest
	@ValueSource(strings = { "/", "/advisor", "/advice", "/rules", "/evidence" })
	void everyPageCarriesThePolicyAndNothingInline(String path) {
		MvcTestResult result = this.mvc.get().uri(path).exchange();
		assertThat(result).hasStatusOk();
		assertThat(result).headers().hasValue("Content-Security-Policy", SecurityConfiguration.CONTENT_SECURITY_POLICY);
		assertThat(result).bodyText()
			.doesNotContain("<style", "style=\"", "onclick", "hx-on", "js:")
			.doesNotContainPattern("<script(?! defer src=\"/)");
	}

}
