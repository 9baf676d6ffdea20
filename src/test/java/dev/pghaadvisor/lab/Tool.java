package dev.pghaadvisor.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program a test starts and the Debian package that brings it.
 *
 * @param program file name, looked for in the usual folders
 * @param debianPackage name as apt knows it
 */
public record Tool(String program, String debianPackage) {

	private static final List<Path> FOLDERS = List.of(Path.of("/usr/local/sbin"), Path.of("/usr/local/bin"),
			Path.of("/usr/sbin"), Path.of("/usr/bin"), Path.of("/sbin"), Path.of("/bin"));

	boolean isThere() {
		return FOLDERS.stream().anyMatch((folder) -> Files.isExecutable(folder.resolve(this.program)));
	}

}
