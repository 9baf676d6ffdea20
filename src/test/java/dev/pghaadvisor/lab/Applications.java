package dev.pghaadvisor.lab;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import dev.pghaadvisor.plan.ClusterPlan;
import org.slf4j.LoggerFactory;

/** {@link Traffic} on the person's machine, and what came of it so far. */
final class Applications implements AutoCloseable {

	/** Who writes. */
	static final List<String> WRITERS = List.of("pool", "transaction");

	static final String READER = "reader";

	/** What the writers can do together at most. */
	static final double WRITES_PER_SECOND = WRITERS.size() * 1000.0 / Traffic.PACE_MILLIS;

	private final List<Attempt> attempts = new ArrayList<>();

	private final Feed feed;

	private Applications(Command command, String input) {
		this.feed = Feed.start(command, input, this::take);
	}

	/** Starts them in the person's network. */
	static Applications start(Servers servers, ClusterPlan plan, WayIn door, String password) {
		List<String> words = new ArrayList<>(servers.enclosure().enter());
		words.addAll(List.of("ip", "netns", "exec", "client",
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:+UseSerialGC",
				"-cp", classPath(), Traffic.class.getName()));
		return new Applications(Command.of(words),
				plan.inventory().applicationUser() + "\n" + password + "\n" + door.write() + "\n" + door.read() + "\n");
	}

	/** Only what it needs, so that no configuration of the product's logging is found. */
	private static String classPath() {
		return Stream.of(Traffic.class, org.postgresql.Driver.class, HikariDataSource.class, LoggerFactory.class)
			.map(Applications::place)
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static String place(Class<?> type) {
		try {
			return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException("Where is " + type + "?", ex);
		}
	}

	private void take(String line) {
		Attempt attempt = Attempt.parse(line);
		synchronized (this.attempts) {
			this.attempts.add(attempt);
		}
	}

	/** The attempts that ended since then, in the order they ended. */
	List<Attempt> since(double time) {
		synchronized (this.attempts) {
			int from = this.attempts.size();
			while (from > 0 && this.attempts.get(from - 1).ended() >= time) {
				from--;
			}
			return List.copyOf(this.attempts.subList(from, this.attempts.size()));
		}
	}

	/** Whether both writers got through in the last half second. */
	boolean write() {
		if (!this.feed.runs()) {
			throw new IllegalStateException("The applications ended");
		}
		Set<String> succeeded = new TreeSet<>();
		for (Attempt attempt : since(System.currentTimeMillis() / 1000.0 - 0.5)) {
			if (attempt.acknowledged()) {
				succeeded.add(attempt.client());
			}
		}
		return succeeded.containsAll(WRITERS);
	}

	@Override
	public void close() {
		this.feed.close();
	}

}
