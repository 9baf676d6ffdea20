package dev.pghaadvisor.rules;

/** The two designs. */
public enum Design {

	SIMPLE("simple"), FULL("full");

	private final String id;

	Design(String id) {
		this.id = id;
	}

	public String id() {
		return this.id;
	}

}
