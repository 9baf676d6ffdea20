package dev.pghaadvisor.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.pghaadvisor.yaml.Nearest;

/** The texts of the rule files by name. */
record RuleFiles(SortedMap<String, String> texts) {

	static final String QUESTIONNAIRE = "questionnaire.yaml";

	static final String SOURCES = "sources.yaml";

	static final String PRESETS = "presets.yaml";

	/** The files that hold rules; settings.yaml declares the settings, too. */
	static final List<String> RULES = List.of("design.yaml", "timers.yaml", "settings.yaml", "warnings.yaml");

	private static final String BUNDLED = "/advisor-rules/";

	static List<String> names() {
		List<String> names = new ArrayList<>(RULES);
		names.addAll(List.of(QUESTIONNAIRE, SOURCES, PRESETS));
		names.sort(null);
		return names;
	}

	static RuleFiles bundled() {
		SortedMap<String, String> texts = new TreeMap<>();
		for (String name : names()) {
			try (InputStream in = RuleFiles.class.getResourceAsStream(BUNDLED + name)) {
				if (in == null) {
					throw new IllegalStateException("The program was packed without " + name);
				}
				texts.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return new RuleFiles(texts);
	}

	static RuleFiles of(Path folder) throws RuleFileException {
		SortedMap<String, String> texts = new TreeMap<>();
		List<String> problems = new ArrayList<>();
		if (!Files.isDirectory(folder)) {
			throw new RuleFileException(List.of("There is no folder " + folder.toAbsolutePath()));
		}
		for (String name : names()) {
			try {
				texts.put(name, Files.readString(folder.resolve(name)));
			}
			catch (NoSuchFileException ex) {
				problems.add(name + ": Missing: a rule folder holds " + String.join(", ", names()));
			}
			catch (CharacterCodingException ex) {
				problems.add(name + ": Not UTF-8");
			}
			catch (IOException ex) {
				problems.add(name + ": Cannot be read");
			}
		}
		problems.addAll(strangers(folder));
		if (!problems.isEmpty()) {
			throw new RuleFileException(problems);
		}
		return new RuleFiles(texts);
	}

	/** A misspelt file would otherwise be passed over in silence. */
	private static List<String> strangers(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".yaml") || name.endsWith(".yml"))
				.filter((name) -> !name.endsWith(".examples.yaml") && !names().contains(name))
				.sorted()
				.map((name) -> name + ": Unknown rule file: " + Nearest.hint(name, names()))
				.toList();
		}
		catch (IOException ex) {
			return List.of("The rule folder cannot be listed");
		}
	}

	/** The first 64 bits of a SHA-256 over names and texts. */
	String version() {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			this.texts.forEach((name, text) -> {
				digest.update((name + "\0" + text.length() + "\0").getBytes(StandardCharsets.UTF_8));
				digest.update(text.getBytes(StandardCharsets.UTF_8));
			});
			return HexFormat.of().formatHex(digest.digest(), 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
