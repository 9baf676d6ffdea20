package dev.pghaadvisor.plan;

/**
 * Keepalived's timers.
 *
 * @param advertInterval seconds between two VRRP adverts; below 1 needs VRRPv3
 * @param interval seconds between two runs of the check script
 * @param timeout seconds after which a run counts as failed
 * @param fall failed runs until the host lets go of the virtual address
 * @param rise successful runs until it may hold it
 */
public record KeepalivedTimers(double advertInterval, int interval, int timeout, int fall, int rise) {

	/** The sharp checks of the lab, which cost almost nothing at any ttl. */
	public static final KeepalivedTimers SHARP = new KeepalivedTimers(0.3, 1, 2, 2, 1);

	/**
	 * Failed runs until the host lets go of the virtual address because Patroni does not
	 * listen at all: twice as many, since a Patroni that is started again needs about 2 s
	 * (the lab's patroni_kill) and PostgreSQL goes on meanwhile.
	 */
	public int patience() {
		return 2 * this.fall;
	}

	/**
	 * Seconds a host in state BACKUP waits for adverts before it takes the address: three
	 * adverts and the skew of priority 100 (RFC 5798 section 6.1).
	 */
	public double masterDownInterval() {
		return 3 * this.advertInterval + (256 - 100) / 256.0 * this.advertInterval;
	}

}
