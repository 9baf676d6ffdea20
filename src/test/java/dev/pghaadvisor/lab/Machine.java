package dev.pghaadvisor.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Debian machine that boots with systemd in its own namespaces, on the network
 * namespace of its name.
 */
final class Machine {

	private static final Path CGROUPS = Path.of("/sys/fs/cgroup");

	/**
	 * {@code --keep-unit} makes the machine's cgroup below that of whoever starts it, so
	 * every machine starts from one of its own. The capability is named because the
	 * network namespace is given, not made, by systemd-nspawn.
	 */
	private static final String BOOT = """
			name=$1 root=$2
			shift 2
			for procs in "$@"; do echo 0 >"$procs"; done
			exec systemd-nspawn -q -D "$root" --machine="$name" --hostname="$name" --register=no --keep-unit \\
				--network-namespace-path="/run/netns/$name" --capability=CAP_NET_ADMIN,CAP_NET_RAW \\
				--resolv-conf=off --timezone=off --link-journal=no --console=pipe --kill-signal=SIGRTMIN+4 --boot
			""";

	private final String name;

	private final Path log;

	private final List<Path> cgroups;

	private final Process process;

	private Machine(String name, Path log, List<Path> cgroups, Process process) {
		this.name = name;
		this.log = log;
		this.cgroups = cgroups;
		this.process = process;
	}

	/** Switches the machine on; it needs some seconds until it answers. */
	static Machine boot(Enclosure enclosure, String name, Path root) {
		Path log = enclosure.folder().resolve(name + ".log");
		List<Path> cgroups = hierarchies().stream()
			.map((hierarchy) -> hierarchy.resolve("advisor-lab-" + enclosure.pid() + "-" + name))
			.toList();
		try {
			List<String> words = new ArrayList<>(List.of("sh", "-euc", BOOT, "lab", name, root.toString()));
			for (Path cgroup : cgroups) {
				Files.createDirectories(cgroup);
				words.add(cgroup.resolve("cgroup.procs").toString());
			}
			Process process = Command.of(words)
				.after(enclosure.enter())
				.with("SYSTEMD_NSPAWN_API_VFS_WRITABLE", "network")
				.with("SYSTEMD_NSPAWN_UNIFIED_HIERARCHY", "1")
				.start(ProcessBuilder.Redirect.to(log.toFile()));
			return new Machine(name, log, cgroups, process);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot boot " + name, ex);
		}
	}

	/** Where cgroups are made: one place with version 2, several with version 1. */
	private static List<Path> hierarchies() {
		return Stream.of(CGROUPS, CGROUPS.resolve("systemd"), CGROUPS.resolve("unified"), CGROUPS.resolve("freezer"))
			.filter((folder) -> Files.exists(folder.resolve("cgroup.procs")))
			.toList();
	}

	/** Throws {@link IllegalStateException} with the console's text if it went off. */
	void mustRun() {
		if (!this.process.isAlive()) {
			throw new IllegalStateException(this.name + " went off:\n" + console());
		}
	}

	String console() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the console of " + this.name, ex);
		}
	}

	/** Ends everything at once, without a chance to say goodbye. */
	void powerOff() {
		Stream.concat(this.process.descendants(), Stream.of(this.process.toHandle()))
			.toList()
			.forEach(ProcessHandle::destroyForcibly);
		try {
			this.process.waitFor();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while " + this.name + " went off", ex);
		}
	}

	/** Runs a program inside, without the network. */
	Command inside(String... words) {
		return Command.of(words)
			.after(List.of("nsenter", "-t", Long.toString(firstProcess()), "-m", "-u", "-i", "-n", "-p", "--"))
			.with("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
	}

	/**
	 * The machine's own first process, as this host counts; one that has just been
	 * switched on is given time to have it.
	 */
	private long firstProcess() {
		for (int attempt = 0; attempt < 300 && this.process.isAlive(); attempt++) {
			Optional<Long> first = this.process.descendants()
				.map(ProcessHandle::pid)
				.filter((pid) -> namespaced(pid).endsWith("\t1"))
				.findFirst();
			if (first.isPresent()) {
				return first.get();
			}
			Stage.pause(0.1);
		}
		throw new IllegalStateException(this.name + " is off:\n" + console());
	}

	/** The ids that a process has in the namespaces it is part of, separated by tabs. */
	private static String namespaced(long pid) {
		try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
			return lines.filter((line) -> line.startsWith("NSpid:")).findFirst().orElse("");
		}
		catch (IOException | UncheckedIOException ex) {
			return "";
		}
	}

	/** Stops its processors, as a hypervisor does: the kernel still answers for it. */
	void pause() {
		freeze("FROZEN", "1");
	}

	void resume() {
		freeze("THAWED", "0");
	}

	/** Writes what cgroups of version 1 and of version 2 want to hear. */
	private void freeze(String first, String second) {
		for (Path cgroup : this.cgroups) {
			try {
				if (Files.exists(cgroup.resolve("freezer.state"))) {
					Files.writeString(cgroup.resolve("freezer.state"), first);
					return;
				}
				if (Files.exists(cgroup.resolve("cgroup.freeze"))) {
					Files.writeString(cgroup.resolve("cgroup.freeze"), second);
					return;
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException("Cannot pause " + this.name, ex);
			}
		}
		throw new IllegalStateException("Nothing here can pause processes");
	}

	/** Removes what the kernel does not remove by itself after the enclosure ended. */
	void forget() {
		Command remove = Command.of("sh", "-c", """
				for top in "$@"; do
					for try in 1 2 3 4 5 6 7 8 9 10; do
						find "$top" -depth -type d -exec rmdir {} + 2>/dev/null
						[ -d "$top" ] || break
						sleep 0.3
					done
				done
				""", "lab");
		List<String> words = new ArrayList<>(remove.words());
		this.cgroups.forEach((cgroup) -> words.add(cgroup.toString()));
		Command.of(words).run();
	}

}
