package dev.pghaadvisor.web.wizard;

import java.net.URI;

import dev.pghaadvisor.web.PagesTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** The questions and the recommendation as a browser without script gets them. */
@PagesTest
class WizardPagesTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void defaultsAreLeftOutOfTheAddress() {
		MvcTestResult result = this.mvc.get().uri("/advice?criticality=lab&workload=medium").exchange();
		assertThat(result).hasStatus3xxRedirection();
		assertThat(result).redirectedUrl().isEqualTo("/advice?criticality=lab");
		assertThat(this.mvc.get().uri("/advice?criticality=lab")).hasStatusOk();
	}

	@Test
	void eachFlipLeadsToItsAdviceAndEachReasonToItsRule() {
		assertThat(this.mvc.get().uri("/advice?criticality=internal")).bodyText()
			.containsPattern("href=\"/advice\\?[a-z=&;0-9.-]*criticality=internal[^\"]*\"[^>]*>See that</a>")
			.contains("href=\"/rules#internal-favours-simple\"");
	}

	@Test
	void whatNobodyAnsweredIsCalledAssumed() {
		assertThat(this.mvc.get().uri("/advice")).bodyText().contains("(assumed, nobody answered)");
		assertThat(this.mvc.get().uri("/advice?criticality=revenue")).bodyText()
			.containsPattern("Follows from: <span>[^<]*Earns revenue[^<]*</span>");
	}

	@Test
	void whereNothingFitsTheWayOutComesFirstAndNoWeightArgues() {
		assertThat(this.mvc.get().uri("/advice?hosts=two")).bodyText()
			.containsPattern("<p class=\"actions\"><a role=\"button\" href=\"/advisor[^\"]*\">Change the answers")
			.doesNotContain("favour simple", "favour full");
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
			.containsHeader("Content-Security-Policy");
		assertThat(result.getResponse().getHeaders(HttpHeaders.VARY))
			.contains("HX-Request, HX-History-Restore-Request");
		assertThat(result).bodyText()
			.contains("id=\"changed\"", "Full, 3 hosts", "“Now” instead of “No”", "gave the full design",
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
			.contains("<html", "Full, 3 hosts", "What would change it")
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
			.contains("Simple, 3 hosts")
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
	void theVirtualAddressIsAskedForOnlyWhereThereIsOne() {
		assertThat(this.mvc.get().uri("/advice")).bodyText().contains("name=\"vip\"");
		assertThat(this.mvc.get().uri("/advice?network=aws")).bodyText()
			.contains("name=\"cluster\"")
			.contains("name=\"probeIntervalSeconds\"", "name=\"probeThreshold\"", "name=\"balancerCidrs\"",
					"The subnets that you put it in")
			.doesNotContain("name=\"vip\"", "name=\"virtualRouterId\"");
		assertThat(this.mvc.get().uri("/advice")).bodyText().doesNotContain("name=\"probe", "name=\"balancer");
	}

	private MvcTestResult live(String address, String shown) {
		return this.mvc.get().uri(address).header("HX-Request", "true").header("HX-Current-URL", shown).exchange();
	}

}
