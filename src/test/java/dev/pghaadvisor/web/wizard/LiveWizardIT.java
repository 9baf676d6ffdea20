package dev.pghaadvisor.web.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Media;
import dev.pghaadvisor.lab.Requirement;
import dev.pghaadvisor.lab.Requires;
import dev.pghaadvisor.web.BrowserTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The recommendation beside the questions, as it follows the answers. */
@Requires(Requirement.CHROMIUM)
class LiveWizardIT extends BrowserTest {

	private static final String SIMPLE_SO_FAR = "/advisor?step=read-scaling&criticality=internal&failover-errors=tolerated";

	@Test
	void saysWithoutReloadingWhatAnAnswerChanged() {
		Page page = open(desktop());
		page.navigate(SIMPLE_SO_FAR);
		page.evaluate("() => window.sameDocument = true");
		assertThat(changed(page)).containsText("Simple, 3 hosts");
		page.locator("#read-scaling-now").click();
		assertThat(changed(page)).containsText("Full, 3 hosts");
		assertThat(changed(page)).containsText(
				"Will you read from replicas? “Now” instead of “No” gave the full design instead of the simple one; "
						+ "HAProxy is added; write outage at worst");
		assertThat(page.locator("#result")).containsText("HAProxy, Keepalived");
		assertThat(page.locator("#result")).containsText("New reason: Replicas can only serve reads");
		assertThat(page.evaluate("() => window.sameDocument")).isEqualTo(true);
		assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("read-scaling-now");
		page.locator("#drivers-single-host").click();
		assertThat(changed(page)).containsText("“One host” instead of “Unknown” changed nothing.");
		assertThat(page.url()).endsWith(
				"/advisor?step=read-scaling&criticality=internal&read-scaling=now&drivers=single-host&failover-errors=tolerated");
	}

	@Test
	void onlyTheSentenceIsAnnounced() {
		Page page = open(desktop());
		page.navigate(SIMPLE_SO_FAR);
		page.evaluate("() => document.querySelector('#changed').kept = true");
		page.locator("#read-scaling-now").click();
		assertThat(changed(page)).containsText("Full");
		assertThat(page.evaluate("() => document.querySelector('#changed').kept"))
			.as("a live region that is replaced is not read out")
			.isEqualTo(true);
		assertThat(page.locator("#panel [aria-live]")).hasCount(1);
		assertThat(page.locator("[aria-live] #result, #result[aria-live]")).hasCount(0);
	}

	@Test
	void backForwardAndReloadShowAnswersAndResultTogether() {
		Page page = open(desktop());
		page.navigate(SIMPLE_SO_FAR);
		answer(page, "read-scaling-planned");
		answer(page, "read-scaling-now");
		page.goBack();
		assertThat(page.locator("#read-scaling-planned")).isChecked();
		assertThat(page.url()).contains("read-scaling=planned");
		page.goBack();
		assertThat(page.locator("#read-scaling-none")).isChecked();
		assertThat(changed(page)).containsText("Simple, 3 hosts");
		page.goForward();
		page.goForward();
		assertThat(page.locator("#read-scaling-now")).isChecked();
		assertThat(changed(page)).containsText("Full, 3 hosts");
		page.reload();
		assertThat(page.locator("#read-scaling-now")).isChecked();
		assertThat(changed(page)).containsText("Full, 3 hosts");
		answer(page, "read-scaling-none");
		assertThat(changed(page)).containsText("gave the simple design instead of the full one");
	}

	/** Back comes while the answer waits for another one to be sent with it. */
	@Test
	void anAnswerJustBeforeGoingBackLeavesAddressAndAnswersInAgreement() {
		Page page = open(desktop());
		page.navigate(SIMPLE_SO_FAR);
		answer(page, "read-scaling-planned");
		answer(page, "read-scaling-now");
		expectAbort();
		page.evaluate("document.getElementById('routing-pooling').click(); setTimeout(() => history.back(), 140)");
		assertThat(page.locator("#read-scaling-planned")).isChecked();
		page.waitForTimeout(1000);
		assertThat(page.locator("#read-scaling-planned")).isChecked();
		assertThat(page.locator("#routing-none")).isChecked();
		assertThat(page.url()).contains("read-scaling=planned").doesNotContain("routing");
	}

	@Test
	void anAnswerAfterGoingBackIsComparedWithWhatIsShown() {
		Page page = open(desktop());
		page.navigate(SIMPLE_SO_FAR);
		answer(page, "read-scaling-now");
		page.goBack();
		assertThat(page.locator("#read-scaling-none")).isChecked();
		answer(page, "read-scaling-planned");
		assertThat(changed(page)).containsText("“Planned” instead of “No”");
	}

	@Test
	void aBookmarkShowsTheSameToSomebodyElse() {
		Page page = open(desktop());
		page.navigate(SIMPLE_SO_FAR);
		answer(page, "routing-advanced");
		Page other = open(desktop().setJavaScriptEnabled(false));
		other.navigate(page.url());
		assertThat(other.locator("#routing-advanced")).isChecked();
		assertThat(changed(other)).containsText("Full, 3 hosts");
	}

	@Test
	void nextAndTheListOfStepsTakeEveryAnswerAlong() {
		Page page = open(desktop());
		page.navigate(SIMPLE_SO_FAR);
		page.locator("#read-scaling-now").click();
		page.locator(".steps button").nth(4).click();
		page.waitForURL("**step=environment*");
		assertThat(page.url()).contains("read-scaling=now", "criticality=internal");
		answer(page, "storage-nvme");
		page.goBack();
		page.goBack();
		assertThat(page.locator("h1")).hasText("Read scaling and routing");
		assertThat(page.locator("#read-scaling-now")).isChecked();
	}

	@Test
	void arrowKeysAnswerAndTheFocusStays() {
		Page page = open(desktop());
		page.navigate(SIMPLE_SO_FAR);
		page.locator("#read-scaling-none").focus();
		page.keyboard().press("ArrowDown");
		page.keyboard().press("ArrowDown");
		assertThat(changed(page)).containsText("“Now” instead of “No”");
		assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("read-scaling-now");
		page.keyboard().press("ArrowUp");
		assertThat(changed(page)).containsText("“Planned” instead of “Now”");
		assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("read-scaling-planned");
		page.keyboard().press("Enter");
		page.waitForURL("**step=failure-tolerance*");
		assertThat(page.url()).contains("read-scaling=planned");
	}

	@Test
	void aLateAnswerDoesNotOverwriteANewerOne() {
		expectAbort();
		Page page = open(desktop());
		page.navigate(SIMPLE_SO_FAR);
		List<Route> held = new ArrayList<>();
		page.route("**/advisor?*read-scaling=now*", held::add);
		page.locator("#read-scaling-now").click();
		page.waitForCondition(() -> !held.isEmpty());
		assertThat(page.locator("#panel")).hasClass(Pattern.compile(".*htmx-request.*"));
		page.locator("#routing-advanced").click();
		page.waitForCondition(() -> held.size() == 2);
		held.get(1).resume();
		assertThat(changed(page)).containsText("Full, 3 hosts");
		page.unroute("**/advisor?*read-scaling=now*");
		answer(page, "read-scaling-none");
		answer(page, "routing-none");
		held.get(0).resume();
		page.waitForTimeout(300);
		assertThat(changed(page)).containsText("Simple, 3 hosts");
		assertThat(page.url()).doesNotContain("routing", "read-scaling=");
	}

	@Test
	void anAnswerThatComesAfterBackIsForgotten() {
		expectAbort();
		Page page = open(desktop());
		page.navigate(SIMPLE_SO_FAR);
		answer(page, "read-scaling-planned");
		List<Route> held = new ArrayList<>();
		page.route("**/advisor?*read-scaling=now*", held::add);
		page.locator("#read-scaling-now").click();
		page.waitForCondition(() -> !held.isEmpty());
		page.goBack();
		assertThat(page.locator("#read-scaling-none")).isChecked();
		held.get(0).resume();
		page.waitForTimeout(300);
		assertThat(page.url()).endsWith(SIMPLE_SO_FAR);
		assertThat(changed(page)).containsText("Simple, 3 hosts");
	}

	@ParameterizedTest
	@CsvSource({ "429, faster than this server allows", "503, could not work this out",
			"0, No answer came from the server" })
	void aRequestThatFailsSaysSoAndLosesNothing(int status, String message) {
		expectComplaint("Response Status Error Code");
		expectComplaint("Failed to load resource");
		expectComplaint("htmx:afterRequest");
		expectComplaint("htmx:sendError");
		Page page = open(desktop());
		page.navigate(SIMPLE_SO_FAR);
		page.route("**/advisor?*read-scaling=now*", (route) -> {
			if (status == 0) {
				route.abort();
			}
			else {
				route.fulfill(new Route.FulfillOptions().setStatus(status).setBody("<p>broken</p>"));
			}
		});
		page.locator("#read-scaling-now").click();
		assertThat(page.locator(".trouble").getByText(message)).isVisible();
		assertThat(page.locator("#read-scaling-now")).isChecked();
		assertThat(changed(page)).containsText("Simple, 3 hosts");
		assertThat(page.locator("body")).not().containsText("broken");
		page.unroute("**/advisor?*read-scaling=now*");
		page.locator("#retry").click();
		assertThat(changed(page)).containsText("Full, 3 hosts");
		assertThat(page.locator(".trouble p:visible, .trouble button:visible")).hasCount(0);
	}

	@Test
	void aBlockedAnswerSaysWhatToChange() {
		Page page = open(desktop());
		page.navigate("/advisor?step=environment");
		answer(page, "hosts-two");
		assertThat(changed(page)).containsText("No design fits");
		assertThat(changed(page)).containsText("ruled every design out");
		assertThat(page.locator("#result")).containsText("Add a third host");
		answer(page, "hosts-three");
		assertThat(changed(page)).containsText("made a design possible again: the simple one, 3 hosts.");
	}

	@Test
	void aPhoneShowsTheSentenceAtTheBottomAndTheRestBelowTheQuestions() {
		Page page = open(phone());
		page.navigate(SIMPLE_SO_FAR);
		page.locator("#read-scaling-now").click();
		assertThat(changed(page)).containsText("HAProxy is added");
		assertThat(page.locator(".bar")).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
		assertThat(page.locator("#result")).not().isInViewport();
		assertThat(page.locator(".bar").boundingBox().height).isLessThan(120);
		assertThat((int) page.evaluate("() => document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
		page.locator(".bar .see").click();
		assertThat(page.locator("#sofar")).isInViewport();
		assertThat(page.locator(".repeated").last()).containsText("gave the full design");
		page.locator("#routing-advanced").focus();
		double bottom = page.locator("#routing-advanced").boundingBox().y;
		assertThat(bottom).as("the bar hides no focus").isLessThan(page.locator(".bar").boundingBox().y);
	}

	@ParameterizedTest
	@ValueSource(strings = { "light", "dark" })
	void hasNoAccessibilityViolationAfterAnAnswer(String theme) {
		for (boolean narrow : List.of(false, true)) {
			var options = narrow ? phone() : desktop();
			Page page = open(theme.equals("dark") ? dark(options) : options);
			page.navigate(SIMPLE_SO_FAR);
			answer(page, "read-scaling-now");
			assertThat(changed(page)).containsText("gave the full design");
			page.waitForTimeout(600);
			picture(page, "answered-" + theme + (narrow ? "-phone" : ""));
			assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
			page.navigate("/");
			page.locator(".compare summary").click();
			picture(page, "presets-" + theme + (narrow ? "-phone" : ""));
			assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
			assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
				.isLessThanOrEqualTo(narrow ? 360 : 1280);
		}
	}

	@Test
	void paperShowsTheWholeResultInItsPlace() {
		Page page = open(phone());
		page.navigate(SIMPLE_SO_FAR);
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		for (int width : List.of(718, 1280)) {
			page.setViewportSize(width, 600);
			assertThat(page.evaluate("() => getComputedStyle(document.querySelector('.bar')).position"))
				.isEqualTo("static");
			assertThat(page.evaluate(
					"() => document.querySelector('#result').scrollHeight - document.querySelector('#result').clientHeight"))
				.as("cut off at " + width)
				.isEqualTo(0);
			assertThat(page.locator("#changed .waiting")).not().isVisible();
		}
	}

	@Test
	void withoutScriptTheSameIsSaidAfterTheButton() {
		Page page = open(desktop().setJavaScriptEnabled(false));
		page.navigate(SIMPLE_SO_FAR);
		assertThat(page.locator("#changed .waiting")).not().isVisible();
		page.locator("#read-scaling-now").check();
		page.getByText("Update the result so far").click();
		assertThat(page.locator("#read-scaling-now")).isChecked();
		assertThat(changed(page)).containsText("Full, 3 hosts");
		assertThat(page.locator("#result")).containsText("What would change it");
		page.locator("#routing-pooling").check();
		page.locator(".steps button").nth(1).click();
		assertThat(page.locator("h1")).hasText("Service level");
		assertThat(page.url()).contains("routing=pooling", "read-scaling=now");
	}

	/** What htmx writes to the console when a newer request replaces an older one. */
	private void expectAbort() {
		expectComplaint("htmx:afterRequest");
		expectComplaint("htmx:sendAbort");
	}

	private static Locator changed(Page page) {
		return page.locator("#changed");
	}

	/** Clicks and waits until the address has followed. */
	private static void answer(Page page, String id) {
		String before = page.url();
		page.locator("#" + id).click();
		page.waitForCondition(() -> !page.url().equals(before));
	}

}
