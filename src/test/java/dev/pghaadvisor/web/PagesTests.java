package dev.pghaadvisor.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.pghaadvisor.web.api.RequestShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages as a browser without script gets them, and what hostile input does to them. */
@SpringBootTest(properties = { "spring.datasource.url=jdbc:h2:mem:pages;DB_CLOSE_DELAY=-1",
		"advisor.limits.enabled=false", "advisor.public-url=https://advisor.example.org" })
@AutoConfigureMockMvc
class PagesTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient database;

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

	@Test
	void defaultsAreLeftOutOfTheAddress() {
		MvcTestResult result = this.mvc.get().uri("/advice?criticality=lab&workload=medium").exchange();
		assertThat(result).hasStatus3xxRedirection();
		assertThat(result).redirectedUrl().isEqualTo("/advice?criticality=lab");
		assertThat(this.mvc.get().uri("/advice?criticality=lab")).hasStatusOk();
	}

	@Test
	void aReadersAssumptionsChangeTheSumAndStayInTheAddress() {
		assertThat(this.mvc.get().uri("/advice")).bodyText()
			.contains("Change the assumptions", "Nobody has counted these events")
			.containsPattern("with \\d+[.]\\d min left")
			.doesNotContain("Back to the usual ones", "<details open=\"open\">", "assume-crash=");
		assertThat(this.mvc.get().uri("/advice?assume-mistake-minutes=1200")).hasStatusOk()
			.bodyText()
			.contains("min more than is allowed; what people repair decides", "Back to the usual ones", "600.0 min",
					"value=\"1200\"", "/advisor?assume-mistake-minutes=1200");
	}

	@Test
	void whatCannotBeAnAssumptionSurvivesTheAddressLetterByLetter() {
		assertThat(this.mvc.get().uri(URI.create("/advice?assume-crash=%7Bfoo%7D"))).bodyText()
			.contains("href=\"/advisor?assume-crash=%7Bfoo%7D\"");
		assertThat(this.mvc.get().uri(URI.create("/advisor?criticality=business&assume-crash=%7B1%2B1%7D")))
			.redirectedUrl()
			.isEqualTo("/advisor?step=workload&assume-crash=%7B1%2B1%7D");
	}

	@Test
	void usualAssumptionsAreLeftOutOfTheAddress() {
		assertThat(this.mvc.get()
			.uri("/advice?criticality=lab&assume-crash=2&assume-mistake=&assume-disk-full=4.0&assume-way-in=0.2"))
			.redirectedUrl()
			.isEqualTo("/advice?criticality=lab&assume-disk-full=4");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "367", "often", "0,5", "<script>alert(1)</script>" })
	void assumptionsThatAreNoNumbersAreKeptBesideWhatIsValid(String typed) {
		MvcTestResult result = this.mvc.get().uri("/advice?assume-crash={typed}&assume-mistake=3", typed).exchange();
		assertThat(result).hasStatus(400);
		assertThat(result).bodyText()
			.contains("One number cannot be used", "href=\"#assume-crash\"", "id=\"assume-crash-error\"",
					"a number from 0 to 366", "value=\"3\"", "<title>Error: ")
			.doesNotContain("<script>");
	}

	@Test
	void theQuestionsCarryAssumptionsAlong() {
		assertThat(this.mvc.get().uri("/advisor?assume-crash=3")).hasStatusOk()
			.bodyText()
			.contains("<input type=\"hidden\" name=\"assume-crash\" value=\"3\">")
			.doesNotContain("were replaced");
		assertThat(live("/advisor?step=sla&rto=30s&assume-crash=3", "")).hasHeader("HX-Push-Url",
				"/advisor?step=sla&rto=30s&assume-crash=3");
		assertThat(this.mvc.get().uri("/advisor")).bodyText().doesNotContain("assume-");
	}

	@Test
	void aStoredReportHasTheUsualAssumptionsAndNoForm() {
		MvcTestResult created = create("assume-crash", "300");
		assertThat(created).hasStatus(303);
		assertThat(this.mvc.get().uri(created.getResponse().getHeader("Location"))).hasStatusOk()
			.bodyText()
			.contains("Nobody has counted these events")
			.doesNotContain("Change the assumptions", "assume-");
	}

	@Test
	void aFormWithErrorsKeepsAssumptionsToo() {
		assertThat(create("vip", "192.0.2.11/24", "assume-crash", "300")).hasStatus(400)
			.bodyText()
			.contains("<input type=\"hidden\" name=\"assume-crash\" value=\"300\">");
	}

	@Test
	void unknownAnswersAreNamedAndReplaced() {
		assertThat(this.mvc.get().uri("/advisor?workload=huge&colour=blue")).hasStatusOk()
			.bodyText()
			.contains("huge", "colour", "Medium");
		assertThat(this.mvc.get().uri("/advisor")).bodyText().doesNotContain("were replaced");
	}

	@Test
	void thePageAskingForItselfGetsOnlyWhatAnAnswerChanges() {
		MvcTestResult result = this.mvc.get()
			.uri("/advisor?step=read-scaling&criticality=internal&failover-errors=tolerated&read-scaling=now&routing=none")
			.header("HX-Request", "true")
			.header("HX-Current-URL",
					"https://advisor.example.org/advisor?step=read-scaling&criticality=internal&failover-errors=tolerated")
			.exchange();
		assertThat(result).hasStatusOk()
			.hasHeader("HX-Push-Url",
					"/advisor?step=read-scaling&criticality=internal&read-scaling=now&failover-errors=tolerated")
			.hasHeader("Content-Security-Policy", SecurityConfiguration.CONTENT_SECURITY_POLICY);
		assertThat(result.getResponse().getHeaders(HttpHeaders.VARY))
			.contains("HX-Request, HX-History-Restore-Request");
		assertThat(result).bodyText()
			.contains("id=\"changed\"", "Full, 8 hosts", "“Now” instead of “No”", "gave the full design",
					"New reason: ")
			.doesNotContain("<html", "<form", "<script", "id=\"result\"");
	}

	@Test
	void backAndForwardGetTheWholePage() {
		assertThat(this.mvc.get()
			.uri("/advisor?step=read-scaling&read-scaling=now")
			.header("HX-Request", "true")
			.header("HX-History-Restore-Request", "true")).hasStatusOk()
			.bodyText()
			.contains("<html", "<form", "id=\"read-scaling-now\" name=\"read-scaling\" value=\"now\" checked");
	}

	@Test
	void whoDoesNotAskForAPartGetsTheWholePageAndNoWordOfAChange() {
		MvcTestResult result = this.mvc.get().uri("/advisor?step=read-scaling&read-scaling=now").exchange();
		assertThat(result.getResponse().getHeaders(HttpHeaders.VARY))
			.contains("HX-Request, HX-History-Restore-Request");
		assertThat(result).hasStatusOk()
			.doesNotContainHeader("HX-Push-Url")
			.bodyText()
			.contains("<html", "Full, 8 hosts", "What would change it")
			.doesNotContain("class=\"asked\"");
	}

	@Test
	void theSameAnswersAreNoStepInTheHistory() {
		assertThat(live("/advisor?step=sla&rto=30s", "https://advisor.example.org/advisor?step=sla&rto=30s"))
			.hasStatusOk()
			.hasHeader("HX-Push-Url", "false")
			.bodyText()
			.doesNotContain("class=\"asked\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "http://[", "https://a/advisor?rto=%zz", "https://a/advisor?rto=<script>&x=y&rto",
			"javascript:alert(1)", "https://a/advisor?criticality=lab&criticality=internal" })
	void anAddressBarThatCannotBeReadIsNoError(String shown) {
		assertThat(live("/advisor?step=sla&rto=30s", shown)).hasStatusOk()
			.bodyText()
			.contains("Full, 8 hosts")
			.doesNotContain("script");
	}

	@Test
	void anAnswerThatTheRulesNoLongerKnowIsNamedBesideTheResult() {
		assertThat(live("/advisor?step=sla&rto=10s", "")).hasStatusOk().bodyText().contains("10s", "were replaced");
	}

	@Test
	void htmxIsSetUpForThePolicyAndOnlyWhereItIsNeeded() {
		assertThat(this.mvc.get().uri("/advisor")).bodyText()
			.contains("\"includeIndicatorStyles\": false", "\"allowEval\": false", "\"allowScriptTags\": false",
					"\"selfRequestsOnly\": true", "\"historyCacheSize\": 0", "/webjars/htmx.org/");
		assertThat(this.mvc.get().uri("/advice")).bodyText().doesNotContain("<script", "htmx");
	}

	@Test
	void presetsShowHowTheyDiffer() {
		assertThat(this.mvc.get().uri("/")).bodyText()
			.contains("leads to: Simple, 3 hosts", "answers differ from the defaults", "from “Lab”",
					", unlike Monitoring database", "data-label=\"Payments\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "pg1\n  bind *:1", "../..", "<script>alert(1)</script>", "\u202epg1", "" })
	void hostileNamesComeBackBesideTheirField(String hostile) {
		for (String field : List.of("cluster", "hosts[0].name", "database", "vip", "virtualRouterId",
				"applicationCidrs")) {
			MvcTestResult result = create("addresses", "with", field, hostile);
			assertThat(result).as(field).hasStatus(400);
			assertThat(result).bodyText()
				.contains("aria-invalid=\"true\"", "Nothing was created yet")
				.doesNotContain("<script>");
		}
	}

	@Test
	void tenThousandCharactersAreAnErrorOfTheForm() {
		assertThat(create("cluster", "x".repeat(10_000))).hasStatus(400).bodyText().contains("x".repeat(10_000));
	}

	@Test
	void aVirtualAddressThatAHostHasIsRefused() {
		assertThat(create("vip", "192.0.2.11/24")).hasStatus(400).bodyText().contains("href=\"#");
		assertThat(create("vip", "192.0.2.99/24")).hasStatus(303);
	}

	@Test
	void aStoredReportHasItsOwnPathAndADeletionCookieForThatPathOnly() {
		MvcTestResult result = create("addresses", "with");
		String path = result.getResponse().getHeader(HttpHeaders.LOCATION);
		assertThat(path).matches("/r/[A-Za-z0-9_-]{22}");
		assertThat(result.getResponse().getHeader(HttpHeaders.SET_COOKIE)).contains("Path=" + path + ";", "HttpOnly",
				"SameSite=Strict", "Secure");
		MvcTestResult page = this.mvc.get().uri(path).header(HttpHeaders.HOST, "evil.example").exchange();
		assertThat(page).hasStatusOk().bodyText().contains("https://advisor.example.org" + path).doesNotContain("evil");
		assertThat(page).headers().containsHeader("X-Robots-Tag");
		assertThat(this.mvc.get().uri(path + "/files/prepare.sh")).hasStatusOk()
			.hasContentTypeCompatibleWith("text/plain")
			.headers()
			.hasValue(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"prepare.sh\"");
		assertThat(this.mvc.get().uri(path + "/files/nothing")).hasStatus(404);
		assertThat(this.mvc.get().uri(path + "/files/")).hasStatus(404);
		assertThat(this.mvc.get().uri(path + "/files")).hasStatus(404);
		assertThat(this.mvc.post().uri(path + "/delete").with(SecurityMockMvcRequestPostProcessors.csrf()))
			.hasStatus(403);
		assertThat(this.mvc.get().uri(path)).hasStatusOk();
	}

	@Test
	void aReportOfOldRulesShowsWhatTodaysWouldSay() {
		String path = create("addresses", "with").getResponse().getHeader(HttpHeaders.LOCATION);
		assertThat(this.mvc.get().uri(path)).bodyText().doesNotContain("Made today");
		this.database.sql("update report set rules_version = 'older' where token = ?")
			.param(path.substring("/r/".length()))
			.update();
		assertThat(this.mvc.get().uri(path)).hasStatusOk()
			.bodyText()
			.contains("Made today, it would say", "no setting, risk or file would be different");
	}

	@Test
	void aReportsAnswersNamesAndAddressesAreTakenOver() {
		String path = create("addresses", "with", "criticality", "lab", "cluster", "orders", "applicationCidrs",
				"198.51.100.0/24, 203.0.113.0/24")
			.getResponse()
			.getHeader(HttpHeaders.LOCATION);
		assertThat(this.mvc.get().uri(path)).bodyText()
			.contains("name=\"cluster\" value=\"orders\"", "name=\"hosts[2].address\" value=\"192.0.2.13\"",
					"name=\"applicationCidrs\" value=\"198.51.100.0/24, 203.0.113.0/24\"");
		MvcTestResult again = this.mvc.post()
			.uri("/advice")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.with(SecurityMockMvcRequestPostProcessors.csrf())
			.param("criticality", "lab")
			.param("cluster", "orders")
			.exchange();
		assertThat(again).hasStatusOk()
			.bodyText()
			.contains("name=\"cluster\" value=\"orders\"", "The simple design fits");
	}

	@Test
	void theAnswersFileOfABundleIsLoadedBack() {
		String path = create("addresses", "with", "availability", "99.99", "cluster", "orders", "vip", "192.0.2.77/24",
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
			.contains("This file cannot be read", "answers.yaml", "aria-invalid=\"true\"");
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
	void theApisDescriptionNamesWhatItTakes() {
		var description = assertThat(this.mvc.get().uri("/v3/api-docs")).hasStatusOk().bodyJson();
		for (String path : List.of("advice", "bundle.zip", "reports")) {
			description
				.extractingPath("$.paths['/api/v1/%s'].post.requestBody.content['application/json'].schema['$ref']"
					.formatted(path))
				.isEqualTo("#/components/schemas/Request");
		}
		description.extractingPath("$.components.schemas.Inventory.properties.virtualRouterId.maximum").isEqualTo(255);
		description.extractingPath("$.components.schemas.Inventory.properties.interface.example").isEqualTo("eth0");
		assertThat(this.mvc.post()
			.uri("/api/v1/advice")
			.contentType("application/json")
			.content("{\"answers\": " + RequestShape.EXAMPLE_ANSWERS + "}")).hasStatusOk();
	}

	@Test
	void onlyWhoAsksForItSharesAddresses() {
		for (String addresses : List.of("example", "examples", "")) {
			String path = create("addresses", addresses, "cluster", "orders").getResponse()
				.getHeader(HttpHeaders.LOCATION);
			assertThat(this.mvc.get().uri(path)).bodyText().as(addresses).doesNotContain("orders");
		}
	}

	@Test
	void anAnswerThatTheRulesNoLongerKnowIsShownAgainInsteadOfStored() {
		long before = reports();
		assertThat(create("criticality", "mission-kritical", "cluster", "orders")).hasStatus(400)
			.bodyText()
			.contains("mission-kritical", "value=\"orders\"");
		assertThat(reports()).isEqualTo(before);
	}

	@Test
	void namesAndAddressesAreNotTakenFromALink() {
		assertThat(this.mvc.post().uri("/reports?cluster=orders").with(SecurityMockMvcRequestPostProcessors.csrf()))
			.hasStatus(400);
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
		assertThat(this.mvc.delete().uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer wrong")).hasStatus(403);
		assertThat(this.mvc.delete()
			.uri(path)
			.header(HttpHeaders.AUTHORIZATION, "bearer " + answer.path("deletionToken").asString())).hasStatus(204);
		assertThat(this.mvc.get().uri(path)).hasStatus(410);
	}

	@Test
	void anUnknownFieldOfASavedFileIsNamedAndAnEmptyOneLeftOut() {
		String file = "answers: {network: gcp}\ninventory: {clusterr: prod, vip: null, probeThreshold: 3}\n";
		assertThat(load(file.getBytes(StandardCharsets.UTF_8))).hasStatusOk()
			.bodyText()
			.contains("There is no field &quot;clusterr&quot;")
			.doesNotContain("cannot be used", "&quot;vip&quot;", "&quot;probeThreshold&quot;");
	}

	@Test
	void theVirtualAddressIsAskedForOnlyWhereThereIsOne() {
		assertThat(this.mvc.get().uri("/advice")).bodyText().contains("name=\"vip\"");
		assertThat(this.mvc.get().uri("/advice?network=aws")).bodyText()
			.contains("name=\"cluster\"")
			.contains("name=\"probeIntervalSeconds\"", "name=\"probeThreshold\"")
			.doesNotContain("name=\"vip\"", "name=\"virtualRouterId\"");
		assertThat(this.mvc.get().uri("/advice")).bodyText().doesNotContain("name=\"probe");
	}

	@Test
	void nothingIsStoredWithoutTheFormsToken() {
		assertThat(this.mvc.post().uri("/reports")).hasStatus(403);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/r/short", "/r/AAAAAAAAAAAAAAAAAAAAAA", "/r/AAAAAAAAAAAAAAAAAAAAAA/bundle.zip", "/nowhere" })
	void whatWasNeverThereIsNotFound(String path) {
		assertThat(this.mvc.get().uri(path)).hasStatus(404);
	}

	private MvcTestResult live(String address, String shown) {
		return this.mvc.get().uri(address).header("HX-Request", "true").header("HX-Current-URL", shown).exchange();
	}

	private long reports() {
		return this.database.sql("select count(*) from report").query(Long.class).single();
	}

	private MvcTestResult load(byte[] file) {
		return this.mvc.post()
			.uri("/advice")
			.multipart()
			.file(new MockMultipartFile("file", "answers.yaml", "application/yaml", file))
			.with(SecurityMockMvcRequestPostProcessors.csrf())
			.exchange();
	}

	private MvcTestResult create(String... fields) {
		var request = this.mvc.post()
			.uri("/reports")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.with(SecurityMockMvcRequestPostProcessors.csrf());
		for (int index = 0; index < fields.length; index += 2) {
			request.param(fields[index], fields[index + 1]);
		}
		return request.exchange();
	}

}
