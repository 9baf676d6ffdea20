package dev.pghaadvisor.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page, in both themes and on a phone. */
@Import(InventedEvidence.class)
class PagesIT extends BrowserTest {

	/** The answers of an invented recording. */
	private static final String MEASURED = "/advice?criticality=lab&availability=best-effort&failover-errors=tolerated";

	private static final Consumer<Page> NOTHING = (page) -> {
	};

	/** Each kind of page with how to get there. */
	private static Map<String, Consumer<Page>> pages() {
		Map<String, Consumer<Page>> pages = new LinkedHashMap<>();
		pages.put("landing", at("/"));
		for (String step : List.of("workload", "sla", "read-scaling", "failure-tolerance", "environment")) {
			pages.put("step-" + step, at("/advisor?step=" + step + "&storage=not-sure"));
		}
		pages.put("replaced", at("/advisor?workload=huge&colour=blue"));
		pages.put("advice-default", at("/advice").andThen(PagesIT::openDetails));
		pages.put("advice-simple", at(SIMPLE));
		pages.put("advice-cloud", at("/advice?network=aws"));
		pages.put("advice-assumed", at("/advice?assume-mistake-minutes=240&availability=99.99"));
		pages.put("advice-assumed-wrong", at("/advice?assume-crash=often&assume-disk-full-minutes=-1"));
		pages.put("advice-blocked", at(BLOCKED));
		pages.put("form-errors", at("/advice").andThen((page) -> {
			page.getByLabel("Virtual address with prefix").fill("10.0.0.1");
			page.getByLabel("Cluster name").fill("x".repeat(300));
			page.locator("#hosts-0-name").fill("pg1\n bind *:1");
			submit(page);
		}));
		pages.put("report", at("/advice").andThen(PagesIT::submit).andThen(PagesIT::openDetails));
		pages.put("not-found", at("/nowhere"));
		pages.put("gone", at(SIMPLE).andThen(PagesIT::submit).andThen((page) -> {
			page.getByText("Delete this report").click();
			page.locator("button.danger").click();
			page.waitForLoadState();
		}));
		pages.put("rules", at("/rules"));
		pages.put("evidence", at("/evidence"));
		pages.put("advice-measured", at(MEASURED));
		pages.put("file-error", at("/").andThen((page) -> {
			page.locator("#file").setInputFiles(new FilePayload("answers.yaml", "text/yaml", "answers: [".getBytes()));
			page.getByText("Load it").click();
			page.waitForLoadState();
		}));
		return pages;
	}

	@Test
	void hasNoAccessibilityViolationInLightTheme() {
		assertThat(violations(desktop())).isEmpty();
	}

	@Test
	void hasNoAccessibilityViolationInDarkTheme() {
		assertThat(violations(dark(desktop()))).isEmpty();
	}

	@Test
	void axeNoticesAPageThatIsNotAccessible() {
		Page page = open(desktop());
		page.navigate("/");
		page.evaluate("() => document.querySelector('h1').innerHTML = '<img src=\"data:,\">'");
		assertThat(new AxeBuilder(page).analyze().getViolations()).extracting(Rule::getId).contains("image-alt");
	}

	@Test
	void fitsAPhoneWithoutScrollingSideways() {
		Page page = open(phone());
		Map<String, Object> tooWide = new LinkedHashMap<>();
		pages().forEach((name, go) -> {
			go.accept(page);
			picture(page, name + "-phone");
			int width = (int) page.evaluate("() => document.documentElement.scrollWidth");
			if (width > 360) {
				tooWide.put(name, width + ": " + page.evaluate(
						"() => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 361 && !e.closest('.wide')).slice(0, 5).map(e => e.outerHTML.slice(0, 120))"));
			}
		});
		assertThat(tooWide).isEmpty();
	}

	@Test
	void printsWhatIsFoldedAwayAndLeavesOutWhatCannotBeClicked() {
		Page page = open(desktop());
		page.navigate("/advice");
		submit(page);
		assertThat(page.getByText("max_connections").first().isVisible()).isFalse();
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		assertThat(page.getByText("max_connections").first().isVisible()).isTrue();
		for (String unprinted : List.of("header.site", ".again button", ".files", ".delete")) {
			assertThat(page.locator(unprinted).first().isVisible()).as(unprinted).isFalse();
		}
		assertThat(page.locator(".report figure svg").isVisible()).isTrue();
	}

	@Test
	void cutsNothingOffOnPaper() {
		// A4 with the browser's own margins, in CSS pixels.
		Page page = open(desktop().setViewportSize(718, 1000));
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		for (String address : List.of("/advice", "/evidence")) {
			page.navigate(address);
			picture(page, "print" + address.replace('/', '-'));
			Number right = (Number) page.evaluate(
					"() => Math.max(...[...document.querySelectorAll('td:last-child')].map(e => e.getBoundingClientRect().right))");
			assertThat(right.doubleValue()).as(address).isPositive().isLessThanOrEqualTo(718);
		}
	}

	@Test
	void looksCalmOnAPhoneInTheDark() {
		Page page = open(dark(phone()));
		page.navigate("/");
		picture(page, "landing-phone-dark");
		String background = (String) page
			.evaluate("() => getComputedStyle(document.body.parentElement).backgroundColor");
		assertThat(background).isNotEqualTo("rgb(255, 255, 255)");
	}

	private Map<String, List<String>> violations(Browser.NewContextOptions options) {
		Page page = open(options);
		Map<String, List<String>> violations = new LinkedHashMap<>();
		pages().forEach((name, go) -> {
			go.accept(page);
			picture(page, name + ((options.colorScheme != null) ? "-dark" : ""));
			List<String> found = new AxeBuilder(page).analyze()
				.getViolations()
				.stream()
				.map((rule) -> rule.getId() + " "
						+ rule.getNodes()
							.stream()
							.limit(3)
							.map((node) -> node.getHtml() + " " + node.getFailureSummary())
							.toList())
				.toList();
			if (!found.isEmpty()) {
				violations.put(name, found);
			}
		});
		return violations;
	}

	private static Consumer<Page> at(String address) {
		return NOTHING.andThen((page) -> page.navigate(address));
	}

	private static void openDetails(Page page) {
		page.evaluate("() => document.querySelectorAll('details').forEach((element) => element.open = true)");
	}

	private static void submit(Page page) {
		page.locator("form.inventory button[type=submit]").click();
		page.waitForLoadState();
	}

}
