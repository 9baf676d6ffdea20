package dev.pghaadvisor.lab;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.pghaadvisor.plan.ClusterPlan;

/**
 * A client of {@code slow_client.py} whose host is gone from one moment to the next, with
 * one session that does nothing and one that is sent rows.
 */
final class LostClient implements AutoCloseable {

	/** Its sessions' {@code application_name}. */
	static final String NAME = "lost";

	private static final String HOST = "client";

	private final Servers servers;

	private final CompletableFuture<String> ports = new CompletableFuture<>();

	private final Feed feed;

	private boolean silent;

	private LostClient(Servers servers, ClusterPlan plan, WayIn door, String password) {
		this.servers = servers;
		this.feed = run(servers, plan, door, password, NAME, this.ports::complete);
	}

	static LostClient start(Servers servers, ClusterPlan plan, WayIn door, String password) {
		return new LostClient(servers, plan, door, password);
	}

	/** Runs the program on the person's machine; it says one line. */
	static Feed run(Servers servers, ClusterPlan plan, WayIn door, String password, String how, Consumer<String> sink) {
		servers.give("slow_client.py", Deployment.resource("/lab/slow_client.py"));
		String words = "%s dbname=%s user=%s application_name=%s".formatted(door.libpq(), plan.inventory().database(),
				plan.inventory().applicationUser(), how);
		return Feed.start(servers.beside(HOST).command("python3", "/home/ops/slow_client.py", how, words),
				password + "\n", sink);
	}

	/** From now on nothing is heard of it, and it hears nothing. */
	void vanish() {
		String said = this.ports.completeOnTimeout("nothing", 30, TimeUnit.SECONDS).join();
		if (!said.matches("[0-9]+ [0-9]+")) {
			throw new IllegalStateException("The client did not get its two sessions: " + said);
		}
		this.servers.network().silence(HOST, Arrays.stream(said.split(" ")).map(Integer::valueOf).toList());
		this.silent = true;
	}

	/** Ends the program, and lets its host be heard again. */
	@Override
	public void close() {
		this.feed.close();
		if (this.silent) {
			this.servers.network().speak(HOST);
		}
	}

}
