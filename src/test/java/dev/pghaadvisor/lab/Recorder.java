package dev.pghaadvisor.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Keeps what the commands of a bundle's README printed, below {@code target}; with
 * {@code -Dlab.capture=update} as the resource the README is written from.
 */
final class Recorder {

	/** Whether what is kept becomes what READMEs show. */
	static final boolean UPDATES = "update".equals(System.getProperty("lab.capture"));

	private static final Path FOLDER = UPDATES ? Path.of("src/main/resources/captured") : Path.of("target/captured");

	private final Map<String, String> outputs = new LinkedHashMap<>();

	/**
	 * Keeps the first output of a command, without the blanks at the ends of its lines.
	 */
	void keep(String command, String output) {
		this.outputs.putIfAbsent(command, output.stripTrailing().replaceAll(" +\n", "\n") + "\n");
	}

	/** Keeps the end of an Ansible run, and says that there was more before. */
	void keepFrom(String marker, String command, String output) {
		int at = output.indexOf(marker);
		if (at < 0) {
			throw new IllegalArgumentException("No " + marker + " in:\n" + output);
		}
		keep(command, "[...]\n" + output.substring(output.lastIndexOf('\n', at) + 1));
	}

	Path write(String shape, String versions, String playbooks) {
		Map<String, String> all = new LinkedHashMap<>();
		all.put("recorded", LocalDate.now(ZoneOffset.UTC).toString());
		all.put("versions", versions);
		all.put("playbooks", playbooks);
		all.putAll(this.outputs);
		DumperOptions options = new DumperOptions();
		options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
		options.setDefaultScalarStyle(DumperOptions.ScalarStyle.LITERAL);
		try {
			Files.createDirectories(FOLDER);
			return Files.writeString(FOLDER.resolve(shape + ".yaml"),
					"# Written by DeploymentIT with -Dlab.capture=update, never by hand.\n"
							+ new Yaml(options).dump(all));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write what was captured", ex);
		}
	}

}
