package dev.pghaadvisor.bundle;

/**
 * A PostgreSQL parameter with the reason for its value.
 *
 * @param name the parameter
 * @param text its value, as PostgreSQL reads it
 * @param because why it has that value
 */
public record Value(String name, String text, String because) {

	/** The value for a YAML file: whole numbers stay numbers, all else is quoted. */
	public String yaml() {
		return this.text.matches("0|[1-9][0-9]{0,17}") ? this.text : Quoting.yaml(this.text);
	}

	/** The reason as comment lines, all but the first indented by that many spaces. */
	public String comment(int indent) {
		return Comments.lines(this.because, indent);
	}

}
