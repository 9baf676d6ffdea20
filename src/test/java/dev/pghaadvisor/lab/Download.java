package dev.pghaadvisor.lab;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import tools.jackson.databind.json.JsonMapper;

/**
 * A bundle as a user gets it.
 *
 * @param folder the one folder inside
 * @param zip the bytes that the application sent
 */
record Download(String folder, byte[] zip) {

	/** Asks the application for the bundle of these answers with example addresses. */
	static Download of(MockMvcTester application, Map<String, String> answers) {
		return of(application, answers, Map.of());
	}

	static Download of(MockMvcTester application, Map<String, String> answers, Map<String, Object> inventory) {
		MvcTestResult result = application.post()
			.uri("/api/v1/bundle.zip")
			.contentType(MediaType.APPLICATION_JSON)
			.content(JsonMapper.shared().writeValueAsString(Map.of("answers", answers, "inventory", inventory)))
			.exchange();
		String name = result.getResponse().getHeader("Content-Disposition");
		if (result.getResponse().getStatus() != 200 || name == null) {
			throw new IllegalStateException("No bundle: " + result.getResponse().getStatus());
		}
		return new Download(name.replaceFirst(".*filename=\"(.*)[.]zip\".*", "$1"),
				result.getResponse().getContentAsByteArray());
	}

	/**
	 * The sum of what lands on hosts: over the lines of SHA256SUMS that name such a file,
	 * so not the installers.
	 */
	String hostsSha256() {
		try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(this.zip))) {
			for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
				if (entry.getName().endsWith("/SHA256SUMS")) {
					String sums = new String(entries.readAllBytes(), StandardCharsets.UTF_8);
					String hosts = sums.lines()
						.filter((line) -> line.substring(66).matches("hosts/[^/]+/.+/.+"))
						.sorted(Comparator.comparing((line) -> line.substring(66)))
						.map((line) -> line + "\n")
						.collect(Collectors.joining());
					return HexFormat.of()
						.formatHex(MessageDigest.getInstance("SHA-256").digest(hosts.getBytes(StandardCharsets.UTF_8)));
				}
			}
			throw new IllegalStateException("No SHA256SUMS in the zip");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JVM has SHA-256", ex);
		}
	}

}
