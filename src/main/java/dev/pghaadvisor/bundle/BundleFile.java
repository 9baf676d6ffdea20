package dev.pghaadvisor.bundle;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * One file of a bundle.
 *
 * @param path where it lies, relative to the bundle's folder, parts separated by slashes
 * @param mode unix permission bits, 0644 or 0755
 * @param bytes the content, never changed after construction
 * @param why what the file is for, one sentence
 */
public record BundleFile(String path, int mode, byte[] bytes, String why) {

	private static final Pattern PATH = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");

	static final int PLAIN = 0644;

	static final int RUNNABLE = 0755;

	/**
	 * @throws IllegalArgumentException if the path could leave the bundle's folder or the
	 * mode is not one of the two
	 */
	public BundleFile {
		if (!PATH.matcher(path).matches()) {
			throw new IllegalArgumentException("Not a path inside a bundle: " + path);
		}
		if (mode != PLAIN && mode != RUNNABLE) {
			throw new IllegalArgumentException("Mode of " + path + " is neither 0644 nor 0755");
		}
		if (why.isBlank()) {
			throw new IllegalArgumentException("Nothing says what " + path + " is for");
		}
	}

	/** The content read as UTF-8. */
	public String text() {
		return new String(this.bytes, StandardCharsets.UTF_8);
	}

	static BundleFile plain(String path, String text, String why) {
		return new BundleFile(path, PLAIN, text.getBytes(StandardCharsets.UTF_8), why);
	}

	static BundleFile runnable(String path, String text, String why) {
		return new BundleFile(path, RUNNABLE, text.getBytes(StandardCharsets.UTF_8), why);
	}

}
