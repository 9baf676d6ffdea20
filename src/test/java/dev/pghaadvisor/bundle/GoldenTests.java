package dev.pghaadvisor.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.pghaadvisor.parts.Parts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds every file of a bundle against {@code src/test/resources/goldens}, line breaks
 * included. Of each platform and design one persona's bundle is there as a whole; of the
 * others those files that differ from it, and the checksum of all. After a wanted change,
 * {@code -Dgoldens=update} writes them anew; read the difference before committing it.
 */
class GoldenTests {

	private static final Path GOLDENS = Path.of("src", "test", "resources", "goldens");

	/** Changes with every word of the rules, and is none of a file's business. */
	private static final Pattern RULES_VERSION = Pattern.compile("(?m)^rulesVersion: .*$");

	private static final String CHECKSUM = "all-files.sha256";

	@ParameterizedTest
	@EnumSource
	void everyFileIsAsReviewed(Persona persona) throws IOException {
		Path folder = GOLDENS.resolve(persona.shape());
		Map<String, String> files = files(persona);
		Map<String, String> own = new TreeMap<>(files);
		Persona whole = persona.first();
		if (persona != whole) {
			own.entrySet().removeAll(files(whole).entrySet());
			own.put(CHECKSUM, checksum(files));
		}
		if (System.getProperty("goldens", "").equals("update")) {
			write(folder, own);
		}
		Map<String, String> goldens = read(folder);
		assertThat(own.keySet()).isEqualTo(goldens.keySet());
		own.forEach((path, text) -> assertThat(text).as(path).isEqualTo(goldens.get(path)));
	}

	/** Of two in one folder the second would be written over the first. */
	@Test
	void noTwoPersonasShareAFolder() {
		assertThat(Persona.values()).extracting(Persona::shape).doesNotHaveDuplicates();
	}

	@Test
	void whatIsLeftOutIsTheSameInABundleThatIsThere() throws IOException {
		Map<String, String> branch = read(GOLDENS.resolve(Persona.BRANCH_OFFICE.shape()));
		assertThat(branch).containsKeys("site.yml", CHECKSUM).doesNotContainKey("hosts/pg1/usr/local/sbin/hactl");
		assertThat(read(GOLDENS.resolve(Persona.SHOP.shape()))).containsKey("hosts/pg1/usr/local/sbin/hactl")
			.doesNotContainKey(CHECKSUM);
	}

	private static Map<String, String> files(Persona persona) {
		Map<String, String> files = new TreeMap<>();
		Parts.bundle(persona.plan(), Map.of()).files().forEach((path, file) -> {
			// The checksums follow from all others; BundlesTests holds them to be true.
			if (!path.equals("SHA256SUMS")) {
				files.put(path, RULES_VERSION.matcher(file.text()).replaceAll("rulesVersion: any"));
			}
		});
		return files;
	}

	private static String checksum(Map<String, String> files) {
		StringBuilder all = new StringBuilder();
		files.forEach((path, text) -> all.append(path).append('\0').append(text).append('\0'));
		return Sha256.hex(all.toString().getBytes(StandardCharsets.UTF_8)) + "\n";
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
