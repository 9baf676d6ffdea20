package dev.pghaadvisor.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Folders that take minutes to make and are kept between runs, under
 * {@code ~/.cache/pg-ha-advisor} or where the environment variable {@code ADVISOR_CACHE}
 * points.
 */
final class Cache {

	/**
	 * A file's lock keeps other processes out, but throws at a second thread of this one.
	 */
	private static final Map<Path, Object> MONITORS = new ConcurrentHashMap<>();

	private final Path folder;

	Cache(Path folder) {
		this.folder = folder;
	}

	static Cache ofThisUser() {
		String given = System.getenv("ADVISOR_CACHE");
		return new Cache((given != null && !given.isBlank()) ? Path.of(given).toAbsolutePath()
				: Path.of(System.getProperty("user.home"), ".cache", "pg-ha-advisor"));
	}

	/**
	 * The folder of that name; made by the maker the first time, and again if it was left
	 * unfinished. Others who want it meanwhile wait.
	 */
	Path folder(String name, Consumer<Path> maker) {
		Path ready = this.folder.resolve(name);
		if (Files.isDirectory(ready)) {
			return ready;
		}
		synchronized (MONITORS.computeIfAbsent(ready, (path) -> new Object())) {
			try {
				Files.createDirectories(this.folder);
				try (FileChannel lock = FileChannel.open(this.folder.resolve(name + ".lock"), StandardOpenOption.CREATE,
						StandardOpenOption.WRITE); FileLock held = locked(lock)) {
					assert held.isValid();
					if (!Files.isDirectory(ready)) {
						make(name, maker, ready);
					}
				}
				return ready;
			}
			catch (IOException ex) {
				throw new UncheckedIOException("Cannot keep " + name + " under " + this.folder, ex);
			}
		}
	}

	/**
	 * Asks again and again: a process with two threads that wait is taken for one in a
	 * deadlock by the kernel.
	 */
	private static FileLock locked(FileChannel file) throws IOException {
		FileLock lock = file.tryLock();
		while (lock == null) {
			Stage.pause(0.5);
			lock = file.tryLock();
		}
		return lock;
	}

	private void make(String name, Consumer<Path> maker, Path ready) throws IOException {
		Path part = this.folder.resolve(name + ".part");
		long began = System.nanoTime();
		remove(part);
		maker.accept(part);
		Files.move(part, ready);
		System.out.printf("Made %s in %d s%n", ready, (System.nanoTime() - began) / 1_000_000_000);
	}

	/** Deletes a folder that may hold anything a system's root holds. */
	static void remove(Path folder) {
		Command.of("rm", "-rf", "--one-file-system", "--", folder.toString()).within(300).run().orThrow();
	}

}
