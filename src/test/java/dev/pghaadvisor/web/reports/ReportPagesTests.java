package dev.pghaadvisor.web.reports;

import java.util.List;

import dev.pghaadvisor.web.Forms;
import dev.pghaadvisor.web.PagesTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Storing, sharing and deleting reports, and what hostile input does to it. */
@PagesTest
class ReportPagesTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient database;

	@Test
	void aStoredReportHasTheUsualAssumptionsAndNoForm() {
		MvcTestResult created = Forms.create(this.mvc, "assume-crash", "300");
		assertThat(created).hasStatus(303);
		assertThat(this.mvc.get().uri(created.getResponse().getHeader("Location"))).hasStatusOk()
			.bodyText()
			.contains("Nobody has counted these events")
			.doesNotContain("Change the assumptions", "assume-");
	}

	@Test
	void aFormWithErrorsKeepsAssumptionsToo() {
		assertThat(Forms.create(this.mvc, "vip", "192.0.2.11/24", "assume-crash", "300")).hasStatus(400)
			.bodyText()
			.contains("<input type=\"hidden\" name=\"assume-crash\" value=\"300\">");
	}

	@ParameterizedTest
	@ValueSource(strings = { "pg1\n  bind *:1", "../..", "<script>alert(1)</script>", "\u202epg1", "" })
	void hostileNamesComeBackBesideTheirField(String hostile) {
		for (String field : List.of("cluster", "hosts[0].name", "database", "vip", "virtualRouterId",
				"applicationCidrs")) {
			MvcTestResult result = Forms.create(this.mvc, "addresses", "with", field, hostile);
			assertThat(result).as(field).hasStatus(400);
			assertThat(result).bodyText()
				.contains("aria-invalid=\"true\"", "Nothing was created yet")
				.doesNotContain("<script>");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "1 Gbit/s", "0", "-5", "999999999999", "<script>alert(1)</script>", "" })
	void aNetworkThatNobodyHasComesBackBesideItsField(String speed) {
		MvcTestResult result = Forms.create(this.mvc, "databaseLinkMbit", speed, "databaseCores", "77");
		assertThat(result).hasStatus(400);
		assertThat(result).bodyText()
			.contains("aria-invalid=\"true\"", "a whole number from 1 to 400000", "value=\"77\"")
			.contains("Nothing was created yet")
			.doesNotContain("<script>");
	}

	@Test
	void tenThousandCharactersAreAnErrorOfTheForm() {
		assertThat(Forms.create(this.mvc, "cluster", "x".repeat(10_000))).hasStatus(400)
			.bodyText()
			.contains("x".repeat(10_000));
	}

	@Test
	void aVirtualAddressThatAHostHasIsRefused() {
		assertThat(Forms.create(this.mvc, "vip", "192.0.2.11/24")).hasStatus(400).bodyText().contains("href=\"#");
		assertThat(Forms.create(this.mvc, "vip", "192.0.2.99/24")).hasStatus(303);
	}

	@Test
	void aStoredReportHasItsOwnPathAndADeletionCookieForThatPathOnly() {
		MvcTestResult result = Forms.create(this.mvc, "addresses", "with");
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
	void whoOpensTheAddressOfTheFormIsLedBackToTheQuestions() {
		assertThat(this.mvc.get().uri("/reports")).hasStatus3xxRedirection().hasRedirectedUrl("/advisor");
	}

	@Test
	void whoDeletesAReportIsToldThatItIsGoneAndOthersThatItWas() {
		MvcTestResult created = Forms.create(this.mvc);
		String path = created.getResponse().getHeader(HttpHeaders.LOCATION);
		assertThat(this.mvc.post()
			.uri(path + "/delete")
			.cookie(created.getResponse().getCookies())
			.with(SecurityMockMvcRequestPostProcessors.csrf())).hasStatus(303)
			.headers()
			.hasValue(HttpHeaders.LOCATION, "/deleted");
		assertThat(this.mvc.get().uri("/deleted")).hasStatusOk().bodyText().contains("Your report is deleted");
		assertThat(this.mvc.get().uri(path)).hasStatus(410);
	}

	@Test
	void theTitleNamesTheClusterTheDesignAndItsHosts() {
		String path = Forms.create(this.mvc, "addresses", "with", "cluster", "orders")
			.getResponse()
			.getHeader(HttpHeaders.LOCATION);
		assertThat(this.mvc.get().uri(path)).bodyText()
			.containsPattern("<title>orders: The \\w+ design fits on \\d hosts");
	}

	@Test
	void aReportOfOldRulesShowsWhatTodaysWouldSay() {
		String path = Forms.create(this.mvc, "addresses", "with").getResponse().getHeader(HttpHeaders.LOCATION);
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
		String path = Forms
			.create(this.mvc, "addresses", "with", "criticality", "lab", "cluster", "orders", "applicationCidrs",
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
	void onlyWhoAsksForItSharesAddresses() {
		for (String addresses : List.of("example", "examples", "")) {
			String path = Forms.create(this.mvc, "addresses", addresses, "cluster", "orders")
				.getResponse()
				.getHeader(HttpHeaders.LOCATION);
			assertThat(this.mvc.get().uri(path)).bodyText().as(addresses).doesNotContain("orders");
		}
	}

	@Test
	void anAnswerThatTheRulesNoLongerKnowIsShownAgainInsteadOfStored() {
		long before = reports();
		assertThat(Forms.create(this.mvc, "criticality", "mission-kritical", "cluster", "orders")).hasStatus(400)
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
	void nothingIsStoredWithoutTheFormsToken() {
		assertThat(this.mvc.post().uri("/reports")).hasStatus(403);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/r/short", "/r/AAAAAAAAAAAAAAAAAAAAAA", "/r/AAAAAAAAAAAAAAAAAAAAAA/bundle.zip", "/nowhere" })
	void whatWasNeverThereIsNotFound(String path) {
		assertThat(this.mvc.get().uri(path)).hasStatus(404);
	}

	private long reports() {
		return this.database.sql("select count(*) from report").query(Long.class).single();
	}

}
