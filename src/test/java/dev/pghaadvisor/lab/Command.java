package dev.pghaadvisor.lab;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program to run to its end, its two outputs taken as one text.
 *
 * @param words program and arguments, no shell in between
 * @param environment added to this process's own
 * @param folder where it runs
 * @param seconds after which it is ended and counts as failed
 */
record Command(List<String> words, Map<String, String> environment, Path folder, int seconds) {

	private static final int TIMED_OUT = 124;

	Command {
		words = List.copyOf(words);
		environment = Map.copyOf(environment);
	}

	static Command of(String... words) {
		return of(List.of(words));
	}

	static Command of(List<String> words) {
		return new Command(words, Map.of(), Path.of("/"), 120);
	}

	/** The same behind other words, such as {@code ip netns exec NAME}. */
	Command after(List<String> prefix) {
		List<String> all = new ArrayList<>(prefix);
		all.addAll(this.words);
		return new Command(all, this.environment, this.folder, this.seconds);
	}

	Command with(String name, String value) {
		Map<String, String> more = new LinkedHashMap<>(this.environment);
		more.put(name, value);
		return new Command(this.words, more, this.folder, this.seconds);
	}

	Command in(Path folder) {
		return new Command(this.words, this.environment, folder, this.seconds);
	}

	Command within(int seconds) {
		return new Command(this.words, this.environment, this.folder, seconds);
	}

	Output run() {
		Path file = null;
		try {
			file = Files.createTempFile("lab-output", ".txt");
			int exit = exit(start(ProcessBuilder.Redirect.to(file.toFile())));
			return new Output(this, exit, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot start " + this.words.get(0), ex);
		}
		finally {
			if (file != null) {
				file.toFile().delete();
			}
		}
	}

	/** Starts it without waiting; the caller ends the process it is handed. */
	Process start(ProcessBuilder.Redirect output) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(this.words).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectInput(new File("/dev/null"))
			.redirectOutput(output);
		builder.environment().put("LC_ALL", "C.UTF-8");
		builder.environment().putAll(this.environment);
		return builder.start();
	}

	private int exit(Process process) {
		try {
			if (process.waitFor(this.seconds, TimeUnit.SECONDS)) {
				return process.exitValue();
			}
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly().waitFor();
			return TIMED_OUT;
		}
		catch (InterruptedException ex) {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while running " + this.words, ex);
		}
	}

}
