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

/**
 * The texts of the rule files by name.
 *
 * @param texts of every file
 * @param rooms the names of those that hold all that one option brings: its questions,
 * settings and rules
 */
record RuleFiles(SortedMap<String, String> texts, List<String> rooms) {

	static final String QUESTIONNAIRE = "questionnaire.yaml";

	static final String SETTINGS = "settings.yaml";

	static final String SOURCES = "sources.yaml";

	static final String PRESETS = "presets.yaml";

	/** Judges rules and changes none, so a folder may do without. */
	static final String SITUATIONS = "situations.yaml";

	/** The files that hold rules; settings.yaml declares the settings, too. */
	static final List<String> RULES = List.of("design.yaml", "timers.yaml", SETTINGS, "warnings.yaml");

	/** One file for each option that brings its own, such as pooler.yaml. */
	static final List<String> ROOMS = List.of();

	private static final String BUNDLED = "/advisor-rules/";

	private static List<String> names(List<String> rooms) {
		List<String> names = new ArrayList<>(RULES);
		names.addAll(rooms);
		names.addAll(List.of(QUESTIONNAIRE, SOURCES, PRESETS));
		names.sort(null);
		return names;
	}

	static RuleFiles bundled() {
		SortedMap<String, String> texts = new TreeMap<>();
		List<String> names = names(ROOMS);
		names.add(SITUATIONS);
		for (String name : names) {
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
		return new RuleFiles(texts, ROOMS);
	}

	static RuleFiles of(Path folder) throws RuleFileException {
		return of(folder, ROOMS);
	}

	static RuleFiles of(Path folder, List<String> rooms) throws RuleFileException {
		List<String> names = names(rooms);
		if (Files.exists(folder.resolve(SITUATIONS))) {
			names.add(SITUATIONS);
		}
		SortedMap<String, String> texts = new TreeMap<>();
		List<String> problems = new ArrayList<>();
		if (!Files.isDirectory(folder)) {
			throw new RuleFileException(List.of("There is no folder " + folder.toAbsolutePath()));
		}
		for (String name : names) {
			try {
				texts.put(name, Files.readString(folder.resolve(name)));
			}
			catch (NoSuchFileException ex) {
				problems.add(name + ": Missing: a rule folder holds " + String.join(", ", names));
			}
			catch (CharacterCodingException ex) {
				problems.add(name + ": Not UTF-8");
			}
			catch (IOException ex) {
				problems.add(name + ": Cannot be read");
			}
		}
		problems.addAll(strangers(folder, names));
		if (!problems.isEmpty()) {
			throw new RuleFileException(problems);
		}
		return new RuleFiles(texts, rooms);
	}

	/** A misspelt file would otherwise be passed over in silence. */
	private static List<String> strangers(Path folder, List<String> names) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".yaml") || name.endsWith(".yml"))
				.filter((name) -> !name.endsWith(".examples.yaml") && !names.contains(name))
				.sorted()
				.map((name) -> name + ": Unknown rule file: " + Nearest.hint(name, names))
				.toList();
		}
		catch (IOException ex) {
			return List.of("The rule folder cannot be listed");
		}
	}

	/** The first 64 bits of a SHA-256 over names and texts of what decides. */
	String version() {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			SortedMap<String, String> deciding = new TreeMap<>(this.texts);
			deciding.remove(SITUATIONS);
			deciding.forEach((name, text) -> {
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
