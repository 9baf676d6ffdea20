package dev.pghaadvisor.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * What {@code watch.py} saw of one host: when it had the virtual address, and when its
 * Patroni said that it leads.
 */
final class Watch implements AutoCloseable {

	/** Seconds between two looks; what lasts shorter may be missed. */
	static final double RESOLUTION = 0.1;

	private final List<Seen> seen = new ArrayList<>();

	private final Feed feed;

	private boolean closed;

	/**
	 * A change.
	 *
	 * @param at seconds of the epoch
	 * @param address whether the host had the virtual address
	 * @param leads whether Patroni answered that it leads
	 */
	record Seen(double at, boolean address, boolean leads) {
	}

	private Watch(Command command) {
		this.feed = Feed.start(command, "", this::take);
	}

	/** Watches a host; without a host address only the virtual address. */
	static Watch start(Root beside, String virtualAddress, String hostAddress) {
		return new Watch(beside.command("python3", "/home/ops/watch.py", virtualAddress,
				hostAddress.isEmpty() ? "-" : hostAddress, String.valueOf(RESOLUTION)));
	}

	private void take(String line) {
		String[] words = line.split(" ");
		synchronized (this.seen) {
			this.seen.add(new Seen(Double.parseDouble(words[0]), words[1].equals("1"), words[2].equals("200")));
		}
	}

	/** All changes so far; each state lasts until the next one. */
	List<Seen> seen() {
		synchronized (this.seen) {
			return List.copyOf(this.seen);
		}
	}

	/** Stops watching: from now on the host is gone. */
	@Override
	public void close() {
		if (this.closed) {
			return;
		}
		this.closed = true;
		this.feed.close();
		synchronized (this.seen) {
			this.seen.add(new Seen(System.currentTimeMillis() / 1000.0, false, false));
		}
	}

}
