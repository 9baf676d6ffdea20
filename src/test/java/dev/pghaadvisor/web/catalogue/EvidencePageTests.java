package dev.pghaadvisor.web.catalogue;

import java.util.Map;

import dev.pghaadvisor.forecast.Measurements;
import dev.pghaadvisor.web.InventedEvidence;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of measurements and what the API says of them. */
class EvidencePageTests {

	@Nested
	@SpringBootTest(properties = { "spring.datasource.url=jdbc:h2:mem:evidence", "advisor.limits.enabled=false" })
	@AutoConfigureMockMvc
	@Import(InventedEvidence.class)
	class WithRecordings {

		@Autowired
		private MockMvcTester mvc;

		@Test
		void showsEveryRecordingWithWhatBroke() {
			assertThat(this.mvc.get().uri("/evidence")).hasStatusOk()
				.bodyText()
				.contains("simple-3 on Debian 13, ttl 20 s, synchronous", "full-8 on Debian 12, ttl 30 s, asynchronous",
						"PostgreSQL 17.11-0+deb13u1", "1 of 3 runs broke a promise:",
						"The address was on two hosts for 0.8 s.", "transaction 21.7 s (21.1-22.2)",
						"earlier version of these files")
				.doesNotContain("Nothing is recorded");
		}

		@Test
		void theMatrixTellsMeasuredBrokenOpenAndMissingApart() {
			assertThat(this.mvc.get().uri("/evidence")).bodyText()
				.contains("class=\"measured\" data-label=\"simple-3 on Debian 13\"><a href=\"#debian-13-simple-3",
						"6 runs, 2 settings, 2 broke a promise",
						"class=\"none\" data-label=\"simple-3 on Debian 13\">does not apply")
				.containsPattern("class=\"open\" data-label=\"[a-z0-9-]+ on Debian 1[23]\">not proven")
				.containsPattern("Nothing at all is recorded of [^<]*full-5 on Debian 13");
		}

		@Test
		void theApiSaysWhatWasMeasured() {
			assertThat(this.mvc.post().uri("/api/v1/advice").contentType(MediaType.APPLICATION_JSON).content("{}"))
				.hasStatusOk()
				.bodyText()
				.contains("\"evidence\":\"measured ", " in 5 runs on Debian 13, 2026-11-25");
		}

	}

	@Nested
	@SpringBootTest(properties = { "spring.datasource.url=jdbc:h2:mem:evidence-none", "advisor.limits.enabled=false" })
	@AutoConfigureMockMvc
	@Import(Nothing.class)
	class WithoutRecordings {

		@Autowired
		private MockMvcTester mvc;

		@Test
		void claimsNothing() {
			assertThat(this.mvc.get().uri("/evidence")).hasStatusOk()
				.bodyText()
				.contains("Nothing is recorded with this version yet", "not proven")
				.doesNotContain("class=\"measured\"", "class=\"recording\"");
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Nothing {

		@Bean
		@Primary
		Measurements noMeasurements() {
			return Measurements.of(Map.of());
		}

	}

}
