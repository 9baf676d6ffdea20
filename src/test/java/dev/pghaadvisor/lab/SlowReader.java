package dev.pghaadvisor.lab;

import dev.pghaadvisor.plan.ClusterPlan;
import org.jspecify.annotations.Nullable;

/**
 * A client of {@code slow_client.py} that asks for much and does not read on for half a
 * minute: slow, not dead.
 */
final class SlowReader implements AutoCloseable {

	private final Feed feed;

	private volatile @Nullable String said;

	private SlowReader(Servers servers, ClusterPlan plan, WayIn door, String password) {
		this.feed = LostClient.run(servers, plan, door, password, "slowly", (line) -> this.said = line);
	}

	static SlowReader start(Servers servers, ClusterPlan plan, WayIn door, String password) {
		return new SlowReader(servers, plan, door, password);
	}

	/** Whether it has got every row. */
	boolean served() {
		return "rows 100000".equals(this.said);
	}

	@Override
	public void close() {
		this.feed.close();
	}

}
