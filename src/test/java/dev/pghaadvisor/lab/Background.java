package dev.pghaadvisor.lab;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Work that goes on while the test does something else. */
final class Background<T> {

	private final CompletableFuture<T> future;

	private Background(CompletableFuture<T> future) {
		this.future = future;
	}

	static <T> Background<T> start(Supplier<T> work) {
		return new Background<>(CompletableFuture.supplyAsync(work, (task) -> {
			Thread thread = new Thread(task, "lab-background");
			thread.setDaemon(true);
			thread.start();
		}));
	}

	/** Waits for the end. Throws what the work threw. */
	T result() {
		try {
			return this.future.join();
		}
		catch (CompletionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
	}

}
