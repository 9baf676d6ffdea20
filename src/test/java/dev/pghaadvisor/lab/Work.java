package dev.pghaadvisor.lab;

import java.util.Locale;

/**
 * Kinds of work that must not meet, since one makes the other slower: each waits until
 * none of the other kind runs. Work of the same kind may run side by side, and so may
 * everything else.
 */
enum Work {

	/** A drill, from the fault until everything is well again. */
	TIMED,

	/** What keeps processors busy and can as well be done a minute later. */
	HEAVY;

	private static final Object LOCK = new Object();

	private int running;

	private int waiting;

	/**
	 * Work that may throw.
	 *
	 * @param <T> what comes of it
	 * @param <E> what it may throw
	 */
	interface Task<T, E extends Throwable> {

		T run() throws E;

	}

	/** Does the work as soon as none of the other kind runs. */
	<T, E extends Throwable> T during(Task<T, E> task) throws E {
		enter();
		try {
			return task.run();
		}
		finally {
			leave();
		}
	}

	/**
	 * A plain monitor and no lock of JUnit's: those are held for whole classes, and a
	 * thread that waits for one may be replaced by a third.
	 */
	private void enter() {
		long start = System.nanoTime();
		synchronized (LOCK) {
			this.waiting++;
			try {
				while (mustWait()) {
					LOCK.wait();
				}
				this.running++;
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException("Interrupted", ex);
			}
			finally {
				this.waiting--;
			}
		}
		double seconds = (System.nanoTime() - start) / 1e9;
		if (seconds > 1) {
			Took.part(name().toLowerCase(Locale.ROOT) + " work waited", seconds);
		}
	}

	/** A cluster that waits for its drill is let in first. */
	private boolean mustWait() {
		return (this == TIMED) ? HEAVY.running > 0 : TIMED.running + TIMED.waiting > 0;
	}

	private void leave() {
		synchronized (LOCK) {
			this.running--;
			LOCK.notifyAll();
		}
	}

}
