package dev.pghaadvisor.plan;

/**
 * One line of {@code pg_hba.conf}.
 *
 * @param type {@code local} or {@code host}
 * @param database a database's name or {@code replication}
 * @param user a role's name
 * @param address an address with its prefix; empty for {@code local}
 * @param method {@code peer} or {@code scram-sha-256}
 * @param because why the line is needed
 */
public record HbaRule(String type, String database, String user, String address, String method, String because) {

	/** The method of everybody who comes in over the network. */
	public static final String SCRAM = "scram-sha-256";

	/** Lets the application's role into its database from an address with its prefix. */
	public static HbaRule application(Inventory inventory, String address, String because) {
		return new HbaRule("host", inventory.database().value(), inventory.applicationUser().value(), address, SCRAM,
				because);
	}

	/** The line itself, without the reason. */
	public String line() {
		return (this.type + " " + this.database + " " + this.user + " " + this.address).strip() + " " + this.method;
	}

}
