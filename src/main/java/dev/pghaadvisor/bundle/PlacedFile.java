package dev.pghaadvisor.bundle;

import org.jspecify.annotations.Nullable;

/**
 * A file in its place on a host.
 *
 * @param path absolute
 * @param owner user name
 * @param group group name
 * @param mode four octal digits
 * @param content what the bundle ships; none for a file that prepare.sh makes
 * @param check the program, with arguments, that reads the file before it replaces
 * anything; empty if there is none
 * @param then what a running service has to do when the file changed:
 * {@code reload:<unit>} or {@code restart:<unit>}, or {@code daemon-reload}, or empty
 * @param early whether packages read it while they are installed
 * @param why what it is for, one sentence
 */
public record PlacedFile(String path, String owner, String group, String mode, @Nullable String content, String check,
		String then, boolean early, String why) {

	static PlacedFile shipped(String path, String content, String why) {
		return new PlacedFile(path, "root", "root", "0644", content, "", "", false, why);
	}

	/** A file that systemd reads. */
	static PlacedFile unit(String path, String content, String why) {
		return shipped(path, content, why).then("daemon-reload");
	}

	static PlacedFile script(String path, String content, String why) {
		return new PlacedFile(path, "root", "root", "0755", content, "/bin/sh -n", "", false, why);
	}

	/** A script in another language than the shell's. */
	static PlacedFile program(String path, String content, String why) {
		return new PlacedFile(path, "root", "root", "0755", content, "", "", false, why);
	}

	static PlacedFile secret(String path, String group, String mode, String why) {
		return new PlacedFile(path, "root", group, mode, null, "", "", false, why);
	}

	PlacedFile checkedBy(String program) {
		return new PlacedFile(this.path, this.owner, this.group, this.mode, this.content, program, this.then,
				this.early, this.why);
	}

	PlacedFile then(String action) {
		return new PlacedFile(this.path, this.owner, this.group, this.mode, this.content, this.check, action,
				this.early, this.why);
	}

	PlacedFile beforePackages() {
		return new PlacedFile(this.path, this.owner, this.group, this.mode, this.content, this.check, this.then, true,
				this.why);
	}

	/** Whether prepare.sh makes it. */
	public boolean secret() {
		return this.content == null;
	}

	/** The mode as {@code stat -c %a} prints it. */
	public String shortMode() {
		return this.mode.substring(1);
	}

}
