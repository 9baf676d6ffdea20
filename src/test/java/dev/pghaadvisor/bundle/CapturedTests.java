package dev.pghaadvisor.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.pghaadvisor.parts.Parts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link Captured}, and that what was captured is not older than the files. */
class CapturedTests {

	@Test
	void whatWasCapturedIsShownAsItWas() {
		Captured captured = new Captured(Map.of("list", "+ Cluster\n| pg1\n", "recorded", "2026-01-02"));
		assertThat(captured.block("list")).isEqualTo("\nSeen in the lab on 2026-01-02, on hosts with the example names "
				+ "and addresses; with your answers numbers may differ:\n\n    + Cluster\n    | pg1\n");
	}

	@Test
	void whatWasNotCapturedIsLeftOut() {
		assertThat(new Captured(Map.of("recorded", "2026-01-02")).block("list")).isEmpty();
		assertThat(Captured.of("no-such-footprint").block("list")).isEmpty();
	}

	static List<String> shapes() throws IOException {
		Path captured = Path.of("src/main/resources/captured");
		if (!Files.exists(captured)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(captured)) {
			return files.map((file) -> file.getFileName().toString().replace(".yaml", "")).sorted().toList();
		}
	}

	/**
	 * What other playbooks printed would stand beside words that are not there any more:
	 * capture it anew, or delete it.
	 */
	@ParameterizedTest(allowZeroInvocations = true)
	@MethodSource("shapes")
	void whatWasCapturedIsOfThePlaybooksThatAreShipped(String shape) {
		Bundle bundle = Parts.bundle(Persona.of(shape).plan(), Map.of());
		String playbooks = Stream.of("drill.yml", "site.yml", "verify.yml")
			.map((name) -> bundle.file(name).text())
			.collect(Collectors.joining());
		assertThat(Captured.of(shape).outputs()).containsEntry("playbooks",
				Sha256.hex(playbooks.getBytes(StandardCharsets.UTF_8)));
	}

}
