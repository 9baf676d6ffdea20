package dev.pghaadvisor.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The machine the tests run on, as far as it decides what can be installed.
 *
 * @param root whether the tests run as root
 * @param debian whether packages come from apt
 * @param ci whether a skipped test counts as a failed one
 */
record TestMachine(boolean root, boolean debian, boolean ci) {

	/** This machine. */
	static TestMachine here() {
		return new TestMachine("root".equals(System.getProperty("user.name")),
				Files.isExecutable(Path.of("/usr/bin/apt-get")), "true".equals(System.getenv("CI")));
	}

	/** Installs what is missing of these tools; without network this fails. */
	static void install(List<Tool> tools) {
		List<String> install = new ArrayList<>(List.of("apt-get", "install", "-y", "-q", "--no-install-recommends"));
		tools.stream().map(Tool::debianPackage).distinct().forEach(install::add);
		Command command = Command.of(install).with("DEBIAN_FRONTEND", "noninteractive").within(600);
		if (command.run().failed()) {
			Command.of("apt-get", "update", "-q").within(300).run();
			command.run().orThrow();
		}
	}

}
