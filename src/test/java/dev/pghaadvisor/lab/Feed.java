package dev.pghaadvisor.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A program that goes on and whose lines are taken as they come. */
final class Feed implements AutoCloseable {

	private final Process process;

	private Feed(Process process) {
		this.process = process;
	}

	/** Starts the program, hands it the input and keeps its standard input open. */
	static Feed start(Command command, String input, Consumer<String> sink) {
		try {
			ProcessBuilder builder = new ProcessBuilder(command.words()).directory(command.folder().toFile())
				.redirectError(ProcessBuilder.Redirect.INHERIT);
			builder.environment().putAll(command.environment());
			Process process = builder.start();
			process.outputWriter().write(input);
			process.outputWriter().flush();
			Thread thread = new Thread(() -> drain(process.inputReader(), sink), "feed");
			thread.setDaemon(true);
			thread.start();
			return new Feed(process);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot start " + command.words(), ex);
		}
	}

	private static void drain(BufferedReader reader, Consumer<String> sink) {
		try (reader) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				sink.accept(line);
			}
		}
		catch (IOException ex) {
			// The program was ended while a line was read.
		}
	}

	boolean runs() {
		return this.process.isAlive();
	}

	@Override
	public void close() {
		Stream.concat(this.process.descendants(), Stream.of(this.process.toHandle()))
			.toList()
			.forEach(ProcessHandle::destroyForcibly);
	}

}
