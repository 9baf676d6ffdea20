package dev.pghaadvisor.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A root folder inside an enclosure, and the network its programs see.
 *
 * @param enclosure where it is mounted
 * @param name for people, and of its network namespace
 * @param folder where it is mounted inside the enclosure
 */
record Root(Enclosure enclosure, String name, Path folder) {

	/** Runs a program of this root in the network namespace of the same name. */
	Command command(String... words) {
		List<String> enter = new ArrayList<>(this.enclosure.enter());
		enter.addAll(List.of("ip", "netns", "exec", this.name, "chroot", this.folder.toString()));
		return Command.of(words)
			.after(enter)
			.with("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")
			.with("HOME", "/root");
	}

	/** Runs a shell script of this root; its arguments are $1, $2, ... */
	Command script(String script, String... arguments) {
		List<String> words = new ArrayList<>(List.of("sh", "-euc", script, "lab"));
		words.addAll(List.of(arguments));
		return command(words.toArray(String[]::new));
	}

	/** A path of this root as the tests can read and write it. */
	Path file(String path) {
		return this.enclosure.seenFromHere(this.folder.resolve(path.replaceFirst("^/+", "")));
	}

}
