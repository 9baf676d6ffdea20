package dev.pghaadvisor.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import dev.pghaadvisor.lab.Requirement;
import dev.pghaadvisor.lab.Requires;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The way of a user through the pages, from the first question to files that work. */
@Requires({ Requirement.CHROMIUM, Requirement.SHELL })
class WizardIT extends BrowserTest {

	@Test
	void leadsFromTheFirstQuestionToFilesThatPrepare(@TempDir Path folder) throws Exception {
		Page page = open(desktop().setAcceptDownloads(true));
		walk(page);
		assertThat(page.url()).contains("criticality=lab").doesNotContain("workload=");
		page.getByLabel("Cluster name").fill("orders");
		page.locator("#addresses-mine").check();
		page.locator("form.inventory button[type=submit]").click();
		assertThat(page.url()).matches(".*/r/[A-Za-z0-9_-]{22}");
		Download download = page.waitForDownload(() -> page.getByText("Download the files").click());
		assertThat(download.suggestedFilename()).startsWith("orders-").endsWith(".zip");
		Path zip = folder.resolve("bundle.zip");
		download.saveAs(zip);
		run(folder, "unzip", "-q", "bundle.zip");
		Path bundle = folder.resolve(download.suggestedFilename().replace(".zip", ""));
		assertThat(bundle.resolve("README.md")).content().contains("orders");
		run(bundle, "sha256sum", "--check", "--quiet", "SHA256SUMS");
		run(bundle, "sh", "prepare.sh");
		assertThat(bundle.resolve("secrets")).isNotEmptyDirectory();
		String shown = page.request().get(page.url() + "/files/prepare.sh").text();
		assertThat(shown).isEqualTo(Files.readString(bundle.resolve("prepare.sh")));
		assertThat(sha256(page.request().get(page.url() + "/bundle.zip").body()))
			.isEqualTo(sha256(Files.readAllBytes(zip)));
		page.navigate("/");
		page.locator("#file").setInputFiles(bundle.resolve("answers.yaml"));
		page.getByText("Load it").click();
		assertThat(page.getByLabel("Cluster name").inputValue()).isEqualTo("orders");
		assertThat(page.locator("form.inventory input[name=criticality]").inputValue()).isEqualTo("lab");
	}

	@Test
	void needsNoScript() {
		Page page = open(desktop().setJavaScriptEnabled(false));
		walk(page);
		page.locator("form.inventory button[type=submit]").click();
		assertThat(page.locator("#link").inputValue()).startsWith(PUBLIC + "/r/");
		page.getByText("Start from these answers").click();
		assertThat(page.locator("h1").textContent()).isEqualTo("Your recommendation");
	}

	@Test
	void sharesAReportWithSomebodyWhoCannotDeleteIt() {
		Page owner = open(desktop());
		owner.navigate("/advice");
		owner.locator("form.inventory button[type=submit]").click();
		String path = owner.locator("#link").inputValue().substring(PUBLIC.length());
		Page reader = open(desktop());
		Response response = reader.navigate(path);
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.headerValue("x-robots-tag")).contains("noindex");
		assertThat(reader.getByText("Delete this report").count()).isZero();
		owner.getByText("Delete this report").click();
		owner.locator("button.danger").click();
		assertThat(owner.locator("h1").textContent()).contains("deleted");
		assertThat(reader.navigate(path).status()).isEqualTo(410);
	}

	@Test
	void worksWithTheKeyboardAlone() {
		Page page = open(desktop());
		page.navigate("/advisor");
		page.keyboard().press("Tab");
		assertThat(focused(page)).isEqualTo("Skip to the content");
		page.keyboard().press("Enter");
		tabTo(page, "criticality-business");
		page.keyboard().press("ArrowUp");
		assertThat(page.locator("#criticality-internal").isChecked()).isTrue();
		assertThat((String) page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle"))
			.isEqualTo("solid");
		for (String step : List.of("sla", "read-scaling", "failure-tolerance", "environment")) {
			tabToText(page, "Next: ");
			page.keyboard().press("Enter");
			page.waitForURL("**step=" + step + "*");
		}
		tabToText(page, "Show the recommendation");
		page.keyboard().press("Enter");
		page.waitForURL("**/advice?*");
		assertThat(page.url()).endsWith("/advice?criticality=internal");
		tabToText(page, "Create the report");
		page.keyboard().press("Enter");
		page.waitForURL("**/r/*");
	}

	@Test
	void keepsWhatWasTypedAndNamesWhatIsWrong() {
		Page page = open(desktop());
		page.navigate("/advice");
		page.getByLabel("Cluster name").fill("<script>alert(1)</script>");
		page.getByLabel("Database user").or(page.getByLabel("Application user")).fill("shop_app");
		page.locator("#addresses-mine").check();
		page.locator("form.inventory button[type=submit]").click();
		assertThat(page.getByLabel("Cluster name").inputValue()).isEqualTo("<script>alert(1)</script>");
		assertThat(page.locator("#applicationUser").inputValue()).isEqualTo("shop_app");
		assertThat(page.locator("#addresses-mine").isChecked()).isTrue();
		assertThat(page.locator("#cluster-error").textContent()).contains("Valid");
		page.locator("[role=alert] a[href='#cluster']").click();
		assertThat((String) page.evaluate("() => document.activeElement.id")).isEqualTo("cluster");
	}

	@Test
	void goesBackToTheAnswersOfBefore() {
		Page page = open(desktop());
		page.navigate("/advisor");
		page.locator("#workload-large").check();
		page.getByText("Next: ").click();
		page.waitForURL("**step=sla*");
		assertThat(page.url()).contains("workload=large");
		page.goBack();
		assertThat(page.locator("#workload-large").isChecked()).as("the browser's own way back").isTrue();
		page.goForward();
		page.getByText("Back: ").click();
		assertThat(page.locator("#workload-large").isChecked()).as("the page's way back").isTrue();
	}

	private static void walk(Page page) {
		page.navigate("/");
		page.getByText("Start with the questions").click();
		page.locator("#criticality-lab").check();
		for (int step = 1; step < 5; step++) {
			page.getByText("Next: ").click();
		}
		page.getByText("Show the recommendation").click();
		assertThat(page.locator("h1").textContent()).isEqualTo("Your recommendation");
	}

	private static String focused(Page page) {
		return (String) page.evaluate("() => document.activeElement.textContent.trim()");
	}

	private static void tabTo(Page page, String id) {
		for (int press = 0; press < 200; press++) {
			page.keyboard().press("Tab");
			if (id.equals(page.evaluate("() => document.activeElement.id"))) {
				return;
			}
		}
		throw new AssertionError("The keyboard does not reach " + id);
	}

	private static void tabToText(Page page, String text) {
		for (int press = 0; press < 300; press++) {
			page.keyboard().press("Tab");
			if (focused(page).startsWith(text)) {
				return;
			}
		}
		throw new AssertionError("The keyboard does not reach " + text);
	}

	private static String run(Path folder, String... command) throws IOException, InterruptedException {
		Path output = Files.createTempFile("run", ".txt");
		Process process = new ProcessBuilder(command).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		String said = Files.readString(output);
		Files.delete(output);
		assertThat(process.exitValue()).as(said).isZero();
		return said;
	}

	private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
	}

}
