package dev.pghaadvisor.plan;

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

	/** Who may stand at an end of a flow. */
	public enum Party {

		ANYWHERE("anywhere"), APPLICATIONS("applications"), EVERY_HOST("every host"), POSTGRESQL("database hosts"),
		ETCD("etcd hosts"), HAPROXY("HAProxy hosts"), KEEPALIVED("keepalived hosts"), BALANCER("the balancer's probes");

		private final String title;

		Party(String title) {
			this.title = title;
		}

		/** The words for people. */
		public String title() {
			return this.title;
		}

		@Override
		public String toString() {
			return this.title;
		}

	}

}
