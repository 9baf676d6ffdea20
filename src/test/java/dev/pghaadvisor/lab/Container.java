package dev.pghaadvisor.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A container's root folder in an enclosure without a network, run as its image says.
 *
 * @param enclosure where it is mounted
 * @param image how it is run
 * @param root its root folder inside the enclosure
 */
record Container(Enclosure enclosure, ContainerImage image, Path root) {

	private static final int START_SECONDS = 120;

	/** Puts a volume in its place, filled from the image as a new one is. */
	void mountVolume(String inside, Path volume) {
		this.enclosure.script("""
				[ -d "$2" ] || cp -a "$1" "$2"
				mount --bind "$2" "$1"
				""", this.root + inside, volume.toString());
	}

	/** A command of the container as its user. */
	Command command(List<String> words) {
		List<String> all = new ArrayList<>(this.enclosure.enter());
		all.addAll(asItsUser(words));
		return Command.of(all);
	}

	private List<String> asItsUser(List<String> words) {
		List<String> all = new ArrayList<>(List.of("chroot", "--userspec=" + this.image.user(), "--groups=",
				this.root.toString(), "env", "--ignore-environment", "--chdir=" + this.image.folder()));
		all.addAll(this.image.environment());
		all.addAll(words);
		return all;
	}

	/** Asks as the image says; fails as long as it is not well. */
	Output health() {
		return command(this.image.health()).within(10).run();
	}

	/** Starts its program as the first process, as a container engine does. */
	Running start(Path log) {
		List<String> words = new ArrayList<>(this.enclosure.enter());
		words
			.addAll(List.of("unshare", "--pid", "--fork", "--kill-child", "--mount-proc=" + this.root.resolve("proc")));
		words.addAll(asItsUser(this.image.program()));
		try {
			Process process = Command.of(words).start(ProcessBuilder.Redirect.to(log.toFile()));
			return new Running(process, log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot start the container", ex);
		}
	}

	/** Waits until it is well. Throws {@link IllegalStateException} if it never is. */
	void awaitHealth(Running running) {
		long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
		while (health().failed()) {
			if (!running.process().isAlive() || System.nanoTime() > giveUp) {
				throw new IllegalStateException("Not well:\n" + running.said());
			}
			pause();
		}
	}

	private static void pause() {
		try {
			Thread.sleep(500);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
	}

	/**
	 * The program of a container.
	 *
	 * @param process what brought it into its namespaces
	 * @param log file with what it says
	 */
	record Running(Process process, Path log) {

		/** Sends SIGTERM to the program itself; returns its exit status. */
		int terminate() {
			this.process.descendants()
				.filter((each) -> each.info().command().filter((path) -> path.endsWith("/java")).isPresent())
				.findFirst()
				.orElseThrow(() -> new IllegalStateException("Does not run:\n" + said()))
				.destroy();
			try {
				if (!this.process.waitFor(60, TimeUnit.SECONDS)) {
					throw new IllegalStateException("Does not end:\n" + said());
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException("Interrupted", ex);
			}
			return this.process.exitValue();
		}

		String said() {
			try {
				return Files.readString(this.log);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("Cannot read " + this.log, ex);
			}
		}

	}

}
