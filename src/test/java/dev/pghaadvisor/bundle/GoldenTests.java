package dev.pghaadvisor.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.pghaadvisor.parts.Parts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds every file of a bundle against {@code src/test/resources/goldens}, line breaks
 * included. After a wanted change, {@code -Dgoldens=update} writes them anew; read the
 * difference before committing it.
 */
class GoldenTests {

	private static final Path GOLDENS = Path.of("src", "test", "resources", "goldens");

	@ParameterizedTest
	@EnumSource
	void everyFileIsAsReviewed(Persona persona) throws IOException {
		Path folder = GOLDENS.resolve(persona.shape());
		Map<String, String> files = new TreeMap<>();
		Parts.bundle(persona.plan(), Map.of()).files().forEach((path, file) -> {
			// The checksums follow from all others; BundlesTests holds them to be true.
			if (!path.equals("SHA256SUMS")) {
				files.put(path, file.text());
			}
		});
		if (System.getProperty("goldens", "").equals("update")) {
			write(folder, files);
		}
		Map<String, String> goldens = read(folder);
		assertThat(files.keySet()).isEqualTo(goldens.keySet());
		files.forEach((path, text) -> assertThat(text).as(path).isEqualTo(goldens.get(path)));
	}

	private static void write(Path folder, Map<String, String> files) throws IOException {
		if (Files.exists(folder)) {
			try (Stream<Path> old = Files.walk(folder)) {
				for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(path);
				}
			}
		}
		for (Map.Entry<String, String> file : files.entrySet()) {
			Path path = folder.resolve(file.getKey());
			Files.createDirectories(path.getParent());
			Files.writeString(path, file.getValue());
		}
	}

	private static Map<String, String> read(Path folder) throws IOException {
		try (Stream<Path> paths = Files.walk(folder)) {
			Map<String, String> texts = new TreeMap<>();
			List<Path> files = paths.filter(Files::isRegularFile).toList();
			for (Path file : files) {
				texts.put(folder.relativize(file).toString(), Files.readString(file));
			}
			return texts;
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

}
