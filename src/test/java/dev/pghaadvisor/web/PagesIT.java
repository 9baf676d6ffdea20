package dev.pghaadvisor.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page, in both themes and on a phone. */
@Import(InventedEvidence.class)
class PagesIT extends BrowserTest {

	/** The answers of an invented recording. */
	private static final String MEASURED = "/advice?criticality=lab&availability=best-effort&failover-errors=tolerated";

	private static final int DESKTOP = 1280;

	private static final int PHONE = 360;

	/**
	 * The rules of axe that a theme can break; the others look at what no theme changes.
	 */
	private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

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

	/** Each page is reached once and looked at as it is, in the dark and on a phone. */
	@Test
	void hasNoAccessibilityViolationInEitherThemeAndFitsAPhone() {
		Page page = open(still(desktop()));
		Map<String, Object> problems = new LinkedHashMap<>();
		pages().forEach((name, go) -> {
			show(page, ColorScheme.LIGHT, DESKTOP, 800);
			go.accept(page);
			picture(page, name);
			note(problems, name, violations(new AxeBuilder(page)));
			show(page, ColorScheme.DARK, DESKTOP, 800);
			picture(page, name + "-dark");
			note(problems, name + " in the dark", violations(new AxeBuilder(page).withRules(OF_COLOURS)));
			show(page, ColorScheme.LIGHT, PHONE, 740);
			picture(page, name + "-phone");
			note(problems, name + " on a phone", tooWide(page));
		});
		assertThat(problems).isEmpty();
	}

	@Test
	void axeNoticesAPageThatIsNotAccessible() {
		Page page = open(desktop());
		page.navigate("/");
		page.evaluate("() => document.querySelector('h1').innerHTML = '<img src=\"data:,\">'");
		assertThat(new AxeBuilder(page).analyze().getViolations()).extracting(Rule::getId).contains("image-alt");
	}

	@Test
	void axeNoticesAWordThatIsHardToReadInTheDarkAlone() {
		Page page = open(still(desktop()));
		page.navigate("/");
		page.evaluate("() => document.querySelector('h1').style.color = '#2b2b2b'");
		assertThat(violations(new AxeBuilder(page).withRules(OF_COLOURS))).isEmpty();
		show(page, ColorScheme.DARK, DESKTOP, 800);
		assertThat(violations(new AxeBuilder(page).withRules(OF_COLOURS))).singleElement()
			.asString()
			.startsWith("color-contrast");
	}

	@Test
	void aPageThatIsTooWideForAPhoneIsNoticed() {
		Page page = open(phone());
		page.navigate("/");
		page.evaluate("() => document.querySelector('h1').style.width = '500px'");
		assertThat(tooWide(page)).singleElement().asString().startsWith("5").contains("<h1");
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

	/** Colours change at once, and not while axe looks at them. */
	private static Browser.NewContextOptions still(Browser.NewContextOptions options) {
		return options.setReducedMotion(ReducedMotion.REDUCE);
	}

	private static void show(Page page, ColorScheme scheme, int width, int height) {
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
		page.setViewportSize(width, height);
	}

	private static void note(Map<String, Object> problems, String name, List<String> found) {
		if (!found.isEmpty()) {
			problems.put(name, found);
		}
	}

	private static List<String> tooWide(Page page) {
		int width = (int) page.evaluate("() => document.documentElement.scrollWidth");
		return (width <= PHONE) ? List.of() : List.of(width + ": " + page.evaluate(
				"() => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 361 && !e.closest('.wide')).slice(0, 5).map(e => e.outerHTML.slice(0, 120))"));
	}

	private static List<String> violations(AxeBuilder axe) {
		return axe.analyze()
			.getViolations()
			.stream()
			.map((rule) -> rule.getId() + " "
					+ rule.getNodes()
						.stream()
						.limit(3)
						.map((node) -> node.getHtml() + " " + node.getFailureSummary())
						.toList())
			.toList();
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
