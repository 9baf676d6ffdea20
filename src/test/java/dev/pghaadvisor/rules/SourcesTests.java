package dev.pghaadvisor.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What rules cite of this repository is there. */
class SourcesTests {

	@Test
	void aSourceInThisRepositoryIsAHeadingOfAFile() throws IOException {
		for (RuleSource source : RuleBook.bundled().sources()) {
			if (!source.url().startsWith("https://")) {
				String[] parts = source.url().split("#", 2);
				assertThat(Files.readAllLines(Path.of(parts[0]))
					.stream()
					.filter((line) -> line.startsWith("#"))
					.map(SourcesTests::anchor)).as(source.id()).contains(parts[1]);
			}
		}
	}

	/** As code hosts make it of a heading. */
	private static String anchor(String heading) {
		return heading.replaceFirst("^#+ ", "")
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^a-z0-9 _-]", "")
			.replace(' ', '-');
	}

}
