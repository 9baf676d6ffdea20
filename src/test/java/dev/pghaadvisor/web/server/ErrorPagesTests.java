package dev.pghaadvisor.web.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/** What people and programs get when nothing else can answer, from a real server. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:errors;DB_CLOSE_DELAY=-1", "advisor.limits.per-minute=40" })
@Import(ErrorPagesTests.Broken.class)
@ExtendWith(OutputCaptureExtension.class)
class ErrorPagesTests {

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@ValueSource(strings = { "/%zz", "/a\\b", "/%00", "/{x}" })
	void anAddressThatIsNoneGetsAPageWithThePolicyAndWithoutInlineStyle(String address) throws IOException {
		String answer = raw(address, "text/html");
		assertThat(answer).startsWith("HTTP/1.1 400")
			.contains("Content-Security-Policy: " + SecurityConfiguration.CONTENT_SECURITY_POLICY, "nosniff",
					"This request cannot be read")
			.doesNotContain("<style", "Tomcat", "Exception");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/r/%2e%2e/x", "/r/abc;x=1", "//advice", "/advice?criticality=%", "/advice?x=%zz" })
	void anAddressThatTheFirewallRefusesGetsThePageOfEveryOtherError(String address) throws IOException {
		String answer = raw(address, "text/html");
		assertThat(answer).startsWith("HTTP/1.1 400")
			.containsOnlyOnce("Content-Security-Policy: ")
			.contains("This request cannot be answered", "To the questions")
			.doesNotContain("Exception");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/css/icon.svg", "/actuator/health" })
	void aBrowserThatKnowsManyLanguagesIsAnsweredInEnglish(String path) throws IOException {
		assertThat(raw(path, "*/*\r\nAccept-Language: en,de,fr,es,it,pt,nl,sv,da,fi,no,pl,cs"))
			.startsWith("HTTP/1.1 200");
	}

	@ParameterizedTest
	@ValueSource(strings = { "form-data", "form-data; boundary=", "form-data; boundary=x", "mixed" })
	void aFormThatCannotBeReadIsAWrongRequestAndNoFailure(String kind, CapturedOutput output) throws IOException {
		int before = output.length();
		for (String path : List.of("/reports", "/advice", "/api/v1/advice", "/css/icon.svg")) {
			assertThat(post(path, "multipart/" + kind, "--x\r\ncut off", "127.0.0.4")).as(path)
				.startsWith("HTTP/1.1 4")
				.contains("Content-Security-Policy: ", "To the start")
				.doesNotContain("This request cannot be read");
		}
		assertThat(output.subSequence(before, output.length())).contains("POST /reports 4")
			.doesNotContain("ERROR", "\tat org.apache");
	}

	@Test
	void anUploadThatIsTooLargeIsCalledSo() throws IOException {
		String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"b.zip\"\r\n\r\n"
				+ "a".repeat(70_000) + "\r\n--x--\r\n";
		assertThat(post("/advice", "multipart/form-data; boundary=x", body, "127.0.0.5")).startsWith("HTTP/1.1 413")
			.contains("This is too large", "answers.yaml");
	}

	@Test
	void whatBreaksHereTellsPeopleThatItIsNotTheirFaultAndNothingElse() {
		HttpResponse<String> page = get("/broken", "text/html");
		assertThat(page.statusCode()).isEqualTo(500);
		assertThat(page.body()).contains("Something broke here").doesNotContain("Secret detail", "Exception");
		HttpResponse<String> problem = get("/broken", "application/json");
		assertThat(problem.statusCode()).isEqualTo(500);
		assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(problem.body()).contains("\"errors\":[]", "it is not the request's fault")
			.doesNotContain("Secret detail", "Exception");
	}

	@Test
	void whoAsksTooOftenIsToldWhenToComeBackAndNobodyElseIs() throws IOException {
		String answer = raw("/nowhere", "text/html", "127.0.0.2");
		for (int attempt = 0; attempt < 100 && answer.startsWith("HTTP/1.1 404"); attempt++) {
			answer = raw("/nowhere", "text/html", "127.0.0.2");
		}
		assertThat(answer).startsWith("HTTP/1.1 429")
			.contains("Retry-After: ", "Content-Security-Policy: ", "Too many requests");
		assertThat(raw("/nowhere", "text/html", "127.0.0.3")).startsWith("HTTP/1.1 404");
	}

	private String raw(String address, String accept) throws IOException {
		return raw(address, accept, "127.0.0.1");
	}

	/** Sends the address as it is: Java's own client would refuse to. */
	private String raw(String address, String accept, String from) throws IOException {
		return raw("GET", address, accept, from, "");
	}

	private String post(String address, String type, String body, String from) throws IOException {
		return raw("POST", address, "text/html\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length(), from,
				body);
	}

	private String raw(String method, String address, String accept, String from, String body) throws IOException {
		try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), this.port, InetAddress.getByName(from),
				0)) {
			// Only ends a test that hangs: a busy machine may take its time.
			socket.setSoTimeout(120_000);
			socket.getOutputStream()
				.write((method + " " + address + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept
						+ "\r\nConnection: close\r\n\r\n" + body)
					.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private HttpResponse<String> get(String path, String accept) {
		try {
			return HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
					.header("Accept", accept)
					.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException("No answer", ex);
		}
	}

	/** Fails as nothing of the product should. */
	@TestConfiguration(proxyBeanMethods = false)
	@RestController
	static class Broken {

		@GetMapping("/broken")
		String broken() {
			throw new IllegalStateException("Secret detail");
		}

	}

}
