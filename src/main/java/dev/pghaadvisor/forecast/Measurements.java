package dev.pghaadvisor.forecast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Everything that the lab has recorded. */
public final class Measurements {

	private static final String BUNDLED = "classpath*:advisor-evidence/*.json";

	private static final String ENDING = ".json";

	private final SortedMap<String, Evidence> files;

	private Measurements(Map<String, Evidence> files) {
		this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
	}

	/**
	 * What this program ships; nothing, if nothing is recorded.
	 * @throws IllegalStateException if a file is not as it has to be, which a test
	 * excludes
	 */
	public static Measurements bundled() {
		try {
			Map<String, Evidence> files = new TreeMap<>();
			// Spring knows how to list a folder inside of a jar inside of a jar.
			for (Resource file : new PathMatchingResourcePatternResolver().getResources(BUNDLED)) {
				String name = String.valueOf(file.getFilename());
				files.put(name, Evidence.read(name, file.getContentAsString(StandardCharsets.UTF_8)));
			}
			return of(files);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + BUNDLED, ex);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalStateException(ex.getMessage(), ex);
		}
	}

	/**
	 * Evidence by the name of its file.
	 * @throws IllegalArgumentException if a name does not say what is in the file
	 */
	public static Measurements of(Map<String, Evidence> files) {
		files.forEach((name, evidence) -> {
			String start = evidence.platform() + "-" + evidence.footprint();
			if (!name.equals(start + ENDING) && !(name.startsWith(start + "-") && name.endsWith(ENDING))) {
				throw new IllegalArgumentException(
						name + ": the name has to start with " + start + " and end with " + ENDING);
			}
		});
		return new Measurements(files);
	}

	/** Evidence by the name of its file, sorted. */
	public SortedMap<String, Evidence> files() {
		return this.files;
	}

}
