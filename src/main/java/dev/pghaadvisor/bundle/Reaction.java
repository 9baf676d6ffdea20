package dev.pghaadvisor.bundle;

/**
 * What has to be done when a file has changed.
 *
 * @param deed what kind of thing
 * @param unit to what; empty where it is to nothing in particular
 */
public record Reaction(Deed deed, String unit) {

	/** Nobody has to notice. */
	static final Reaction NONE = new Reaction(Deed.NOTHING, "");

	/** systemd has to read its files again. */
	static final Reaction DAEMON_RELOAD = new Reaction(Deed.DAEMON_RELOAD, "");

	/** What can be done. */
	public enum Deed {

		NOTHING, DAEMON_RELOAD, RELOAD, RESTART

	}

	/** A running unit reads its files again. */
	public static Reaction reload(String unit) {
		return new Reaction(Deed.RELOAD, unit);
	}

	/** A running unit starts anew. */
	public static Reaction restart(String unit) {
		return new Reaction(Deed.RESTART, unit);
	}

	/** The word that hosts remember it by, until it is done. */
	public String word() {
		return switch (this.deed) {
			case NOTHING -> "";
			case DAEMON_RELOAD -> "daemon-reload";
			case RELOAD -> "reload:" + this.unit;
			case RESTART -> "restart:" + this.unit;
		};
	}

}
