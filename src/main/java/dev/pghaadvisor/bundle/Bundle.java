package dev.pghaadvisor.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * The files of one cluster, sorted by path, and the zip that holds them: equal files make
 * equal bytes.
 */
public final class Bundle {

	/** Midnight of the first day a zip can name, in the zip's own time without zone. */
	private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

	private static final int REGULAR_FILE = 0100000;

	private final String name;

	private final SortedMap<String, BundleFile> files;

	Bundle(String name, Collection<BundleFile> files) {
		this.name = name;
		TreeMap<String, BundleFile> sorted = new TreeMap<>();
		for (BundleFile file : files) {
			if (sorted.put(file.path(), file) != null) {
				throw new IllegalArgumentException("Two files want to be " + file.path());
			}
		}
		this.files = Collections.unmodifiableSortedMap(sorted);
	}

	/** The folder inside the zip: {@code <cluster>-<design>}. */
	public String name() {
		return this.name;
	}

	/** Every file by its path relative to {@link #name()}. */
	public SortedMap<String, BundleFile> files() {
		return this.files;
	}

	/**
	 * The file at that path. Throws {@link IllegalArgumentException} if there is none.
	 */
	public BundleFile file(String path) {
		BundleFile file = this.files.get(path);
		if (file == null) {
			throw new IllegalArgumentException("No " + path + " in this bundle");
		}
		return file;
	}

	/** The zip: sorted entries, one fixed time, unix modes. */
	public byte[] zip() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
			for (BundleFile file : this.files.values()) {
				ZipArchiveEntry entry = new ZipArchiveEntry(this.name + "/" + file.path());
				entry.setTimeLocal(TIME);
				entry.setUnixMode(REGULAR_FILE | file.mode());
				zip.putArchiveEntry(entry);
				zip.write(file.bytes());
				zip.closeArchiveEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Writing to memory failed", ex);
		}
		return bytes.toByteArray();
	}

	/** SHA-256 of {@link #zip()}, 64 lower-case hex digits. */
	public String sha256() {
		return Sha256.hex(zip());
	}

}
