package dev.pghaadvisor.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks into a stored zip, so that a preview shows the very bytes of the download. */
final class ZipContents {

	private ZipContents() {
	}

	/** Files by their path below the zip's folder. */
	static SortedMap<String, byte[]> files(byte[] zip) {
		SortedMap<String, byte[]> files = new TreeMap<>();
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				files.put(entry.getName().substring(entry.getName().indexOf('/') + 1), in.readAllBytes());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A stored zip cannot be read", ex);
		}
		return files;
	}

	/** The one folder that everything is in. */
	static String folder(byte[] zip) {
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
			ZipEntry entry = in.getNextEntry();
			if (entry == null) {
				throw new IllegalArgumentException("A stored zip is empty");
			}
			return entry.getName().substring(0, entry.getName().indexOf('/'));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A stored zip cannot be read", ex);
		}
	}

}
