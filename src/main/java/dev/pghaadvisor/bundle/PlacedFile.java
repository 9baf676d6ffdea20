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
 * @param then what has to be done when the file changed
 * @param early whether packages read it while they are installed
 * @param why what it is for, one sentence
 */
public record PlacedFile(String path, String owner, String group, String mode, @Nullable String content, String check,
		Reaction then, boolean early, String why) {

	public static PlacedFile shipped(String path, String content, String why) {
		return new PlacedFile(path, "root", "root", "0644", content, "", Reaction.NONE, false, why);
	}

	/** A file that systemd reads. */
	public static PlacedFile unit(String path, String content, String why) {
		return shipped(path, content, why).then(Reaction.DAEMON_RELOAD);
	}

	public static PlacedFile script(String path, String content, String why) {
		return new PlacedFile(path, "root", "root", "0755", content, "/bin/sh -n", Reaction.NONE, false, why);
	}

	/** A script in another language than the shell's. */
	public static PlacedFile program(String path, String content, String why) {
		return new PlacedFile(path, "root", "root", "0755", content, "", Reaction.NONE, false, why);
	}

	public static PlacedFile secret(String path, String group, String mode, String why) {
		return new PlacedFile(path, "root", group, mode, null, "", Reaction.NONE, false, why);
	}

	public PlacedFile checkedBy(String program) {
		return new PlacedFile(this.path, this.owner, this.group, this.mode, this.content, program, this.then,
				this.early, this.why);
	}

	public PlacedFile then(Reaction reaction) {
		return new PlacedFile(this.path, this.owner, this.group, this.mode, this.content, this.check, reaction,
				this.early, this.why);
	}

	public PlacedFile beforePackages() {
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
