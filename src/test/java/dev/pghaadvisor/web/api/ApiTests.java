package dev.pghaadvisor.web.api;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.pghaadvisor.web.PagesTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What programs get beside the advice itself: a description, and reports of their own.
 */
@PagesTest
class ApiTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient database;

	@Test
	void theApisDescriptionNamesWhatItTakes() {
		var description = assertThat(this.mvc.get().uri("/v3/api-docs")).hasStatusOk().bodyJson();
		for (String path : List.of("advice", "bundle.zip", "reports")) {
			description
				.extractingPath("$.paths['/api/v1/%s'].post.requestBody.content['application/json'].schema['$ref']"
					.formatted(path))
				.isEqualTo("#/components/schemas/Request");
		}
		description.extractingPath("$.components.schemas.Inventory.properties.virtualRouterId.maximum").isEqualTo(255);
		description.extractingPath("$.components.schemas.Inventory.properties.databaseLinkMbit.maximum")
			.isEqualTo(400_000);
		description.extractingPath("$.components.schemas.Inventory.properties.interface.example").isEqualTo("eth0");
		assertThat(this.mvc.post()
			.uri("/api/v1/advice")
			.contentType("application/json")
			.content("{\"answers\": " + RequestShape.EXAMPLE_ANSWERS + "}")).hasStatusOk();
	}

	@Test
	void aProgramIsToldEverySizeThatItsAnswersAllowAndWhichIsRecommended() {
		JsonNode advice = advice("{}");
		assertThat(advice.path("sizes")).hasSizeGreaterThan(1).allSatisfy((size) -> {
			assertThat(size.path("minutesPerYear").asDouble()).isPositive();
			assertThat(size.path("worstSeconds").asDouble()).isGreaterThan(size.path("expectedSeconds").asDouble());
			assertThat(size.path("recommended").asBoolean())
				.isEqualTo(size.path("footprint").asString().equals(advice.path("footprint").asString()));
		}).anyMatch((size) -> size.path("recommended").asBoolean());
	}

	@Test
	void whatIsBlockedHasNoSize() {
		assertThat(
				advice("{\"availability\": \"99.999\", \"host-failures\": \"two\", \"hosts\": \"two\"}").path("sizes"))
			.isEmpty();
	}

	private JsonNode advice(String answers) {
		MvcTestResult result = this.mvc.post()
			.uri("/api/v1/advice")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"answers\": " + answers + "}")
			.exchange();
		assertThat(result).hasStatusOk();
		return JsonMapper.shared().readTree(result.getResponse().getContentAsByteArray());
	}

	@Test
	void aProgramThatDoesNotTakeTheAnswerStoresNothing() {
		long before = reports();
		assertThat(this.mvc.post()
			.uri("/api/v1/reports")
			.contentType(MediaType.APPLICATION_JSON)
			.accept(MediaType.TEXT_HTML)
			.content("{}")).hasStatus(406);
		assertThat(reports()).isEqualTo(before);
	}

	@Test
	void aReportIsDeletedWithItsTokenAndNotWithout() {
		MvcTestResult created = this.mvc.post()
			.uri("/api/v1/reports")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{}")
			.exchange();
		assertThat(created).hasStatus(201);
		JsonNode answer = JsonMapper.shared().readTree(created.getResponse().getContentAsByteArray());
		String path = "/api/v1/reports/" + answer.path("token").asString();
		assertThat(this.mvc.delete().uri(path)).hasStatus(401)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.hasHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		assertThat(this.mvc.delete().uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer wrong")).hasStatus(403)
			.bodyJson()
			.extractingPath("$.detail")
			.asString()
			.contains("the one that came when it was created");
		assertThat(this.mvc.delete()
			.uri(path)
			.header(HttpHeaders.AUTHORIZATION, "bearer " + answer.path("deletionToken").asString())).hasStatus(204);
		assertThat(this.mvc.get().uri(path)).hasStatus(410)
			.bodyJson()
			.extractingPath("$.detail")
			.isEqualTo("The report was deleted.");
	}

	@Test
	void noMoreThanTwentyFaultsOfOneRequestAreListed() {
		String answers = IntStream.range(0, 500)
			.mapToObj((number) -> "\"q" + number + "\": 1")
			.collect(Collectors.joining(", ", "{", "}"));
		assertThat(this.mvc.post()
			.uri("/api/v1/advice")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"answers\": " + answers + "}")).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors.length()")
			.isEqualTo(20);
	}

	private long reports() {
		return this.database.sql("select count(*) from report").query(Long.class).single();
	}

}
