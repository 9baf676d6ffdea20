package dev.pghaadvisor.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this program, as its build wrote it down. */
final class GeneratorVersion {

	private static final String CURRENT = read();

	private GeneratorVersion() {
	}

	static String current() {
		return CURRENT;
	}

	private static String read() {
		try (InputStream in = GeneratorVersion.class.getResourceAsStream("/META-INF/build-info.properties")) {
			if (in == null) {
				return "unreleased";
			}
			Properties properties = new Properties();
			properties.load(in);
			return properties.getProperty("build.version", "unreleased");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("build-info.properties cannot be read", ex);
		}
	}

}
