package dev.pghaadvisor.lab;

/**
 * How a command ended.
 *
 * @param command what ran
 * @param exit its exit status, 124 if it took too long
 * @param text both outputs in the order they were written
 */
record Output(Command command, int exit, String text) {

	boolean failed() {
		return this.exit != 0;
	}

	/**
	 * The text. Throws {@link IllegalStateException} naming command and text if it
	 * failed.
	 */
	String orThrow() {
		if (failed()) {
			throw new IllegalStateException(
					"Exit " + this.exit + " of " + String.join(" ", this.command.words()) + "\n" + this.text);
		}
		return this.text;
	}

}
