package dev.pghaadvisor.lab;

import java.util.function.Supplier;

/** Says what each part of a long test took. */
final class Parts {

	private final String test;

	private final long began = System.nanoTime();

	Parts(String test) {
		this.test = test;
	}

	<T> T part(String name, Supplier<T> work) {
		long start = System.nanoTime();
		try {
			return work.get();
		}
		finally {
			print(name, start);
		}
	}

	void total() {
		print("everything", this.began);
	}

	private void print(String name, long start) {
		System.out.printf("%s: %s took %.1f s%n", this.test, name, (System.nanoTime() - start) / 1e9);
	}

}
