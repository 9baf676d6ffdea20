package dev.pghaadvisor.advice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.pghaadvisor.rules.RuleBook;
import dev.pghaadvisor.rules.RuleFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tests for {@link Rehearsal}. */
class RehearsalTests {

	@TempDir
	Path folder;

	@Test
	void theShippedRulesLeadToPlansWhoseInvariantsHold() {
		assertThatCode(() -> rehearse(RuleBook.bundled(KnownChoices.ALL))).doesNotThrowAnyException();
	}

	/** None of these shows with the defaults, and only the first with a preset. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					timers.yaml   | retry-timeout: "5" } }           | retry-timeout: "10" } }                     | the preset shop | timers-within-ttl: loop_wait 5 + 2 * retry_timeout 10 = 25 > ttl 20
					timers.yaml   | primary-start-timeout: "30"      | primary-start-timeout: "0"                  | {rto=30s}    | restart-in-place-without-synchronous-mode
					settings.yaml | when: { network: [gcp], drivers: [single-host, unknown] } | when: { network: [gcp], drivers: [unknown] } | network=gcp} | The entry is cloud-lb, but the setting balancer says that there is none
					settings.yaml | hosts: [three, five, eight-or-more] } | hosts: [five, eight-or-more] } | hosts=three} | The footprint simple-3 does not belong to the design full
					settings.yaml | set: { max-connections: "1000" } | set: { max-connections: "20" }              | {connections=over-500} | pools-within-max-connections
					""")
	void whatOnlySomeAnswersLeadToIsFoundWithThoseAnswers(String file, String text, String instead, String answers,
			String problem) throws IOException {
		copy();
		Path changed = this.folder.resolve(file);
		String before = Files.readString(changed);
		String after = before.replace(text, instead)
			.replace("values: [\"100\", \"200\", \"500\", \"1000\"]",
					"values: [\"20\", \"100\", \"200\", \"500\", \"1000\"]");
		assertThat(after).isNotEqualTo(before);
		Files.writeString(changed, after);
		assertThatExceptionOfType(RuleFileException.class)
			.isThrownBy(() -> rehearse(RuleBook.load(this.folder, KnownChoices.ALL)))
			.satisfies((refused) -> assertThat(refused.problems())
				.anySatisfy((line) -> assertThat(line).startsWith("With ").contains(answers, problem)));
	}

	private void copy() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("rules"))) {
			for (Path file : files.toList()) {
				Files.copy(file, this.folder.resolve(file.getFileName()));
			}
		}
	}

	private static void rehearse(RuleBook book) throws RuleFileException {
		Rehearsal.of(book, KnownChoices.ALL);
	}

}
