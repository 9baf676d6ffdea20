package dev.pghaadvisor.plan;

import org.jspecify.annotations.Nullable;

/**
 * One row of the port matrix; {@link ClusterPlan#inbound(Host)} resolves it to addresses.
 *
 * @param from who connects
 * @param to which hosts are connected to
 * @param port the destination port; 0 for a protocol without ports
 * @param protocol {@code tcp} or {@code vrrp} (IP protocol 112)
 * @param purpose what for, one phrase
 */
public record Flow(Party from, Party to, int port, String protocol, String purpose) {

	/** To a TCP port. */
	public static Flow tcp(Party from, Party to, int port, String purpose) {
		return new Flow(from, to, port, "tcp", purpose);
	}

	/** By VRRP, which has no ports. */
	public static Flow vrrp(Party from, Party to, String purpose) {
		return new Flow(from, to, 0, "vrrp", purpose);
	}

	/** Who may stand at an end of a flow. */
	public enum Party {

		ANYWHERE("anywhere", null), APPLICATIONS("applications", null), EVERY_HOST("every host", null),
		POSTGRESQL("database hosts", Role.POSTGRESQL), ETCD("etcd hosts", Role.ETCD),
		HAPROXY("HAProxy hosts", Role.HAPROXY), KEEPALIVED("keepalived hosts", Role.KEEPALIVED),
		BALANCER("the balancer's probes", null);

		private final String title;

		private final @Nullable Role role;

		Party(String title, @Nullable Role role) {
			this.title = title;
			this.role = role;
		}

		/** The words for people. */
		public String title() {
			return this.title;
		}

		/** Whether a host of the cluster belongs to it. */
		boolean includes(Host host) {
			return this == EVERY_HOST || this.role != null && host.has(this.role);
		}

		@Override
		public String toString() {
			return this.title;
		}

	}

}
