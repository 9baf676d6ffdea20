package dev.pghaadvisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What neither the compiler nor the formatter minds. */
class ImportsTests {

	private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([\\w.]+)\\.(\\w+|\\*);$");

	@Test
	void nothingIsImportedTwiceOrForNothing() throws IOException {
		List<String> complaints = new ArrayList<>();
		try (Stream<Path> files = Files.walk(Path.of("src"))) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".java"))
				.filter((path) -> !path.endsWith("package-info.java"))
				.toList()) {
				complaints(Files.readString(file)).forEach((complaint) -> complaints.add(file + ": " + complaint));
			}
		}
		assertThat(complaints).isEmpty();
	}

	/** Everything else has reports by {@code Reports}, whatever keeps them. */
	@Test
	void nothingButTheStoreKnowsHowReportsAreKept() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			assertThat(files.filter((path) -> path.toString().endsWith(".java")).filter(ImportsTests::keepsRows))
				.isNotEmpty()
				.allMatch((file) -> file.getParent().endsWith("store"));
		}
	}

	private static boolean keepsRows(Path file) {
		try {
			return Pattern.compile("\\b(jakarta\\.persistence|org\\.hibernate|org\\.springframework\\.data)\\.")
				.matcher(Files.readString(file))
				.find();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void whatIsImportedTwiceOrForNothingIsNamed() {
		assertThat(complaints("""
				package a;

				import java.util.List;
				import java.util.List;
				import java.util.Map;

				interface A {

					List<String> all();

				}
				""")).containsExactly("List twice", "Map for nothing");
	}

	private static List<String> complaints(String source) {
		String body = IMPORT.matcher(source).replaceAll("");
		List<String> complaints = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		Matcher imports = IMPORT.matcher(source);
		while (imports.find()) {
			String name = imports.group(2);
			if (!seen.add(imports.group())) {
				complaints.add(name + " twice");
			}
			else if (!name.equals("*") && !Pattern.compile("\\b" + name + "\\b").matcher(body).find()) {
				complaints.add(name + " for nothing");
			}
		}
		return complaints;
	}

}
