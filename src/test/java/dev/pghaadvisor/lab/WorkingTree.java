package dev.pghaadvisor.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The sources that the tests run in, without what building and running them leaves.
 *
 * @param folder where {@code pom.xml} lies
 */
record WorkingTree(Path folder) {

	/**
	 * Sources may have come without git, which else knows these from {@code .gitignore}.
	 */
	private static final Set<String> LEFTOVERS = Set.of(".git", "target", "data");

	static WorkingTree here() {
		return new WorkingTree(Path.of("").toAbsolutePath());
	}

	/** Makes what a clone would hold if everything were committed. */
	void copyTo(Path target) {
		try {
			for (Path file : files()) {
				Path copy = target.resolve(this.folder.relativize(file));
				Files.createDirectories(copy.getParent());
				Files.copy(file, copy);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot copy " + this.folder, ex);
		}
	}

	private List<Path> files() throws IOException {
		Output known = Command
			.of("sh", "-c", "git ls-files -z --cached --others --exclude-standard --deduplicate 2>/dev/null")
			.in(this.folder)
			.run();
		if (Files.exists(this.folder.resolve(".git")) && !known.failed()) {
			// What is deleted but not yet committed is still listed.
			return Stream.of(known.text().split("\0")).map(this.folder::resolve).filter(Files::isRegularFile).toList();
		}
		try (Stream<Path> all = Files.walk(this.folder)) {
			return all.filter((path) -> !LEFTOVERS.contains(this.folder.relativize(path).getName(0).toString()))
				.filter(Files::isRegularFile)
				.toList();
		}
	}

}
