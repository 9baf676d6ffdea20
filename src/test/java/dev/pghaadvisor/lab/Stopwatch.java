package dev.pghaadvisor.lab;

import java.util.function.Supplier;

/** Says what each part of a long test took. */
final class Stopwatch {

	private final String test;

	private final long began = System.nanoTime();

	Stopwatch(String test) {
		this.test = test;
	}

	<T> T part(String name, Supplier<T> work) {
		long start = System.nanoTime();
		try {
			return work.get();
		}
		finally {
			note(name, start);
		}
	}

	void total() {
		note("everything", this.began);
	}

	private void note(String name, long start) {
		double seconds = (System.nanoTime() - start) / 1e9;
		System.out.printf("%s: %s took %.1f s%n", this.test, name, seconds);
		Took.part(this.test + ": " + name, seconds);
	}

}
