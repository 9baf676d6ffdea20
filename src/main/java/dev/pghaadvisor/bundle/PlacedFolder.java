package dev.pghaadvisor.bundle;

/**
 * A folder on a host.
 *
 * @param path absolute
 * @param owner user name
 * @param group group name
 * @param mode four octal digits
 */
public record PlacedFolder(String path, String owner, String group, String mode) {

	/** The mode as {@code stat -c %a} prints it. */
	public String shortMode() {
		return this.mode.substring(1);
	}

}
