package dev.pghaadvisor.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What the commands of the README printed when a bundle with the example names and
 * addresses was really deployed: {@code captured/<shape>.yaml}, a map from the command's
 * key to its output. The deployment test writes it; nobody else does.
 */
final class Captured {

	private static final Map<String, Captured> READ = new ConcurrentHashMap<>();

	private final Map<String, String> outputs;

	Captured(Map<String, String> outputs) {
		this.outputs = Map.copyOf(outputs);
	}

	/** Read once: resources do not change while the program runs. */
	static Captured of(String shape) {
		return READ.computeIfAbsent(shape, Captured::read);
	}

	private static Captured read(String shape) {
		try (InputStream stream = Captured.class.getResourceAsStream("/captured/" + shape + ".yaml")) {
			Map<String, String> outputs = new LinkedHashMap<>();
			if (stream != null) {
				Map<?, ?> map = new Yaml(new SafeConstructor(new LoaderOptions())).load(stream);
				map.forEach((key, value) -> outputs.put(key.toString(), value.toString()));
			}
			return new Captured(outputs);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read what was captured for " + shape, ex);
		}
	}

	Map<String, String> outputs() {
		return this.outputs;
	}

	/**
	 * A block that follows its command, or an empty text if nothing was recorded.
	 */
	String block(String command) {
		String output = this.outputs.get(command);
		if (output == null) {
			return "";
		}
		String when = this.outputs.containsKey("recorded") ? " on " + this.outputs.get("recorded") : "";
		return "\nSeen in the lab" + when
				+ ", on hosts with the example names and addresses; with your answers numbers may differ:\n\n"
				+ output.stripTrailing().indent(4).replaceAll("(?m)^ +$", "");
	}

}
