package dev.pghaadvisor.web.landing;

import java.nio.charset.StandardCharsets;

import dev.pghaadvisor.web.Forms;
import dev.pghaadvisor.web.PagesTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** The first page, and what it makes of a file that somebody loads. */
@PagesTest
class LandingPagesTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void presetsShowHowTheyDiffer() {
		assertThat(this.mvc.get().uri("/")).bodyText()
			.contains("leads to: Simple, 3 hosts", "answers differ from the defaults", "from “Lab”",
					", unlike Monitoring database", "data-label=\"Payments\"");
	}

	@Test
	void theAnswersFileOfABundleIsLoadedBack() {
		String path = Forms
			.create(this.mvc, "addresses", "with", "availability", "99.99", "cluster", "orders", "vip", "192.0.2.77/24",
					"applicationCidrs", "198.51.100.0/24, 203.0.113.0/24")
			.getResponse()
			.getHeader(HttpHeaders.LOCATION);
		byte[] file = this.mvc.get().uri(path + "/files/answers.yaml").exchange().getResponse().getContentAsByteArray();
		assertThat(load(file)).hasStatusOk()
			.bodyText()
			.contains("name=\"availability\" value=\"99.99\"", "name=\"cluster\" value=\"orders\"",
					"value=\"192.0.2.77/24\"", "value=\"198.51.100.0/24, 203.0.113.0/24\"")
			.doesNotContain("cannot be used");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "answers", "- a", "answers: {workload: [small]}", "answers: &a {x: *a}", "\u0000",
			"inventory: {}", "answers: {}\ninventroy: {}", "answers: {}\n---\nanswers: {}",
			"answers: !!java.net.URL [x]" })
	void aFileThatIsNoAnswersFileIsRefusedWithThePlace(String file) {
		assertThat(load(file.getBytes())).hasStatus(400)
			.bodyText()
			.contains("<title>Error: ", "The file cannot be read", "autofocus", "answers.yaml",
					"aria-invalid=\"true\"");
	}

	@Test
	void whatAFileSaysOfUnknownQuestionsAndWrongAddressesIsNamed() {
		assertThat(load("""
				answers: {workload: huge, colour: blue}
				inventory: {vip: 10.0.0.1, cluster: "<b>x", hosts: [{name: "pg1\\n bind *:1", address: 1}]}
				""".getBytes())).hasStatusOk()
			.bodyText()
			.contains("huge", "colour", "aria-invalid=\"true\"", "cannot be used")
			.doesNotContain("<b>");
	}

	@Test
	void anUnknownFieldOfASavedFileIsNamedAndAnEmptyOneLeftOut() {
		String file = "answers: {network: gcp}\ninventory: {clusterr: prod, vip: null, probeThreshold: 3}\n";
		assertThat(load(file.getBytes(StandardCharsets.UTF_8))).hasStatusOk()
			.bodyText()
			.contains("There is no field &quot;clusterr&quot;")
			.doesNotContain("cannot be used", "&quot;vip&quot;", "&quot;probeThreshold&quot;");
	}

	private MvcTestResult load(byte[] file) {
		return this.mvc.post()
			.uri("/advice")
			.multipart()
			.file(new MockMultipartFile("file", "answers.yaml", "application/yaml", file))
			.with(SecurityMockMvcRequestPostProcessors.csrf())
			.exchange();
	}

}
