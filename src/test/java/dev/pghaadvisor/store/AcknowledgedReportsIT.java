package dev.pghaadvisor.store;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.pghaadvisor.AdvisorApplication;
import dev.pghaadvisor.lab.Heavy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** An acknowledged report is never lost, not even if the JVM dies right after the 201. */
@Heavy
class AcknowledgedReportsIT {

	private static final int REPORTS = 200;

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

	private static final Duration START = Duration.ofMinutes(10);

	private final HttpClient client = HttpClient.newHttpClient();

	@Test
	void everyAcknowledgedReportIsThereAfterTheJvmWasKilled(@TempDir Path folder) throws Exception {
		List<String> tokens = new ArrayList<>();
		Process first = start(folder, "first.log");
		try {
			int port = port(first, folder.resolve("first.log"));
			for (int number = 0; number < REPORTS; number++) {
				tokens.add(create(port, "cluster-" + number % 7));
			}
		}
		finally {
			first.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
		}
		Process second = start(folder, "second.log");
		try {
			int port = port(second, folder.resolve("second.log"));
			List<String> lost = new ArrayList<>();
			for (String token : tokens) {
				if (get(port, "/r/" + token + "/bundle.zip") != 200 || get(port, "/api/v1/reports/" + token) != 200) {
					lost.add(token);
				}
			}
			assertThat(tokens).hasSize(REPORTS);
			assertThat(lost).isEmpty();
		}
		finally {
			second.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
		}
	}

	private static Process start(Path folder, String log) throws IOException {
		// Both live for a minute at most: what the second compiler does would never pay.
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				AdvisorApplication.class.getName(), "--server.port=0", "--advisor.data=" + folder.resolve("store"),
				"--advisor.limits.enabled=false")
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve(log).toFile())
			.start();
	}

	private static int port(Process process, Path log) throws IOException, InterruptedException {
		long deadline = System.nanoTime() + START.toNanos();
		while (System.nanoTime() < deadline && process.isAlive()) {
			Matcher matcher = PORT.matcher(Files.readString(log));
			if (matcher.find()) {
				return Integer.parseInt(matcher.group(1));
			}
			Thread.sleep(200);
		}
		throw new IllegalStateException("The application did not start:\n" + Files.readString(log));
	}

	private String create(int port, String cluster) throws IOException, InterruptedException {
		String body = "{\"answers\":{\"criticality\":\"internal\"},\"inventory\":{\"cluster\":\"" + cluster + "\"}}";
		HttpResponse<String> response = this.client
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/reports"))
				.header("Content-Type", "application/json")
				.POST(BodyPublishers.ofString(body))
				.build(), BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo(201);
		Matcher matcher = TOKEN.matcher(response.body());
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

	private int get(int port, String path) throws IOException, InterruptedException {
		return this.client
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
					BodyHandlers.discarding())
			.statusCode();
	}

}
