package dev.pghaadvisor.lab;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Work that goes on while the test does something else. */
final class Background<T> {

	private final FutureTask<T> task;

	private Background(FutureTask<T> task) {
		this.task = task;
	}

	static <T> Background<T> start(Supplier<T> work) {
		FutureTask<T> task = new FutureTask<>(work::get);
		Thread thread = new Thread(task, "lab-background");
		thread.setDaemon(true);
		thread.start();
		return new Background<>(task);
	}

	/** Waits for the end. Throws what the work threw. */
	T result() {
		try {
			return this.task.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
	}

}
