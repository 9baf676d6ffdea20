package dev.pghaadvisor.lab;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.pghaadvisor.plan.Balancer;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Host;
import dev.pghaadvisor.plan.Ports;
import dev.pghaadvisor.plan.Probes;
import dev.pghaadvisor.plan.Reads;
import dev.pghaadvisor.plan.Role;

/**
 * An HAProxy on a host of its own that does what the provider's page says of its
 * balancer, with the values that the bundle's README says to enter. It is not that
 * balancer: probes come from one place, and packets go through a program.
 */
final class PlayedBalancer implements AutoCloseable {

	/** In the networks of the applications, where its probes are let in. */
	static final String ADDRESS = "192.0.2.8";

	private static final String HOST = "balancer";

	private static final String FILE = "balancer.cfg";

	private final Servers servers;

	private final Feed feed;

	private PlayedBalancer(Servers servers, Feed feed) {
		this.servers = servers;
		this.feed = feed;
	}

	/**
	 * Starts it.
	 * @throws IllegalArgumentException if nobody knows how to play that balancer
	 */
	static PlayedBalancer start(Servers servers, ClusterPlan plan, Balancer balancer) {
		byte[] file = configuration(plan, balancer).getBytes(StandardCharsets.UTF_8);
		servers.network().plug(HOST, ADDRESS + "/24");
		servers.give(FILE, file);
		return new PlayedBalancer(servers,
				Feed.start(servers.beside(HOST).command("haproxy", "-db", "-f", "/home/ops/" + FILE), "", (line) -> {
				}));
	}

	/**
	 * A check takes 2 s at most, and a connection that is refused is not tried elsewhere:
	 * a balancer of packets cannot. Sessions stay where they are: what would cut them
	 * does so only while another target is healthy, and after the loss of a leader none
	 * is.
	 */
	static String configuration(ClusterPlan plan, Balancer balancer) {
		Probes probes = plan.inventory().probes();
		if (probes == null || plan.haproxy() != null || !balancer.between()) {
			throw new IllegalArgumentException(
					"Nobody plays " + balancer.title() + " in front of " + plan.shape().id());
		}
		StringBuilder file = new StringBuilder("""
				defaults
				    mode tcp
				    retries 0
				    timeout connect 10s
				    timeout client 350s
				    timeout server 350s
				    timeout check 2s
				    default-server check port %d inter %ds rise %d fall %d
				""".formatted(Ports.PATRONI, probes.intervalSeconds(), probes.threshold(), probes.threshold()));
		listen(file, plan, balancer, "write", Ports.POSTGRESQL, "/primary");
		if (plan.readsThroughBalancer()) {
			listen(file, plan, balancer, "read", Ports.BALANCER_READ, "/replica?lag=" + Reads.of(plan).limit());
		}
		return file.toString();
	}

	/**
	 * AWS: "If there are no healthy targets, the load balancer fails open" (health checks
	 * of its target groups). HAProxy's name for that are servers that nobody checks, for
	 * when no other is up.
	 */
	private static void listen(StringBuilder file, ClusterPlan plan, Balancer balancer, String name, int port,
			String question) {
		List<Host> targets = plan.with(Role.POSTGRESQL);
		file.append("listen %s%n    bind %s:%d%n    option httpchk GET %s%n    http-check expect status 200%n"
			.formatted(name, ADDRESS, port, question));
		targets.forEach((host) -> file
			.append("    server %s %s:%d%n".formatted(host.name(), host.address(), Ports.POSTGRESQL)));
		if (balancer.failsOpen()) {
			file.append("    option allbackups%n".formatted());
			targets.forEach((host) -> file.append("    server any-%s %s:%d backup no-check%n".formatted(host.name(),
					host.address(), Ports.POSTGRESQL)));
		}
	}

	@Override
	public void close() {
		this.feed.close();
		this.servers.network().unplug(HOST);
	}

}
