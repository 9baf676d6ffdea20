package dev.pghaadvisor.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.pghaadvisor.lab.Heavy;
import dev.pghaadvisor.lab.Requirement;
import dev.pghaadvisor.lab.Requires;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real server and Debian's Chromium. Whatever a test looks at, it fails if the content
 * security policy was violated or anything went to the console as an error.
 */
@Requires(Requirement.CHROMIUM)
@Heavy
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1", "advisor.limits.enabled=false",
				"advisor.public-url=" + BrowserTest.PUBLIC })
public abstract class BrowserTest {

	/** Not where the server is: links must come from the configuration. */
	protected static final String PUBLIC = "http://advisor.example.org";

	protected static final String BLOCKED = "/advice?availability=99.999&host-failures=two&hosts=two";

	protected static final String SIMPLE = "/advice?criticality=lab&workload=small&availability=best-effort&rto=minutes&failover-errors=tolerated";

	/**
	 * What is looked for is there within a second, unless a cluster is installed beside.
	 */
	private static final double PATIENCE_MILLIS = 60_000;

	/** One for each class that runs at the moment, since Playwright knows one thread. */
	private static final ThreadLocal<Playwright> PLAYWRIGHT = new ThreadLocal<>();

	private static final ThreadLocal<Browser> BROWSER = new ThreadLocal<>();

	private final List<BrowserContext> contexts = new ArrayList<>();

	private final List<String> complaints = new ArrayList<>();

	private final List<String> expected = new ArrayList<>();

	@LocalServerPort
	private int port;

	@BeforeAll
	static void startBrowser() {
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
		PLAYWRIGHT.set(Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
		BROWSER.set(PLAYWRIGHT.get()
			.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of("/usr/bin/chromium"))
				.setArgs(List.of("--no-sandbox", "--disable-background-networking", "--disable-component-update",
						"--disable-sync"))));
	}

	@AfterAll
	static void stopBrowser() {
		if (PLAYWRIGHT.get() != null) {
			PLAYWRIGHT.get().close();
		}
		BROWSER.remove();
		PLAYWRIGHT.remove();
	}

	@AfterEach
	void nothingWasRefusedOrLogged() {
		this.contexts.forEach(BrowserContext::close);
		assertThat(this.complaints).noneMatch((complaint) -> this.expected.stream().noneMatch(complaint::contains));
	}

	protected Browser.NewContextOptions desktop() {
		return new Browser.NewContextOptions().setBaseURL("http://localhost:" + this.port).setViewportSize(1280, 800);
	}

	protected Browser.NewContextOptions phone() {
		return desktop().setViewportSize(360, 740);
	}

	protected Browser.NewContextOptions dark(Browser.NewContextOptions options) {
		return options.setColorScheme(ColorScheme.DARK);
	}

	/** A test that breaks something says what the console will hold. */
	protected void expectComplaint(String part) {
		this.expected.add(part);
	}

	protected Page open(Browser.NewContextOptions options) {
		BrowserContext context = BROWSER.get().newContext(options);
		this.contexts.add(context);
		Page page = context.newPage();
		page.setDefaultTimeout(PATIENCE_MILLIS);
		page.onConsoleMessage((message) -> {
			if (message.type().equals("error") && !isStatusOf(page, message)) {
				this.complaints.add(page.url() + ": " + message.text());
			}
		});
		page.onPageError((error) -> this.complaints.add(page.url() + ": " + error));
		return page;
	}

	/** Chromium logs the status of an error page itself, which is what was asked for. */
	private static boolean isStatusOf(Page page, ConsoleMessage message) {
		return message.text().startsWith("Failed to load resource: the server responded with a status of 4")
				&& !message.location().contains("/css/") && !message.location().contains("/webjars/");
	}

	/** For people who want to look, too: -Dadvisor.pictures=folder. */
	protected static void picture(Page page, String name) {
		String folder = System.getProperty("advisor.pictures");
		if (folder != null) {
			page.screenshot(
					new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder).resolve(name + ".png")));
		}
	}

}
