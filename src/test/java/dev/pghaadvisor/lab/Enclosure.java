package dev.pghaadvisor.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Processes, mounts and networks that end together. The first process of the enclosure
 * reads from a pipe of this JVM: when the JVM ends, however it ends, the kernel ends
 * everything inside and nothing is left but a folder of files.
 */
final class Enclosure implements AutoCloseable {

	/**
	 * The shell stays the first process, because somebody has to collect orphans there.
	 */
	private static final String FIRST_PROCESS = """
			mount -t proc proc /proc
			mount -t tmpfs tmpfs /run
			mkdir -p /run/netns
			ip link set lo up
			echo ready
			cat
			""";

	private final Process unshare;

	private final long pid;

	private final Path folder;

	private final Thread hook = new Thread(this::end, "enclosure-end");

	private Enclosure(Process unshare, long pid, Path folder) {
		this.unshare = unshare;
		this.pid = pid;
		this.folder = folder;
	}

	static Enclosure open() {
		try {
			Path folder = Files.createTempDirectory(Path.of("/var/tmp"), "advisor-lab-",
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
			Process unshare = new ProcessBuilder("unshare", "--mount", "--pid", "--net", "--uts", "--ipc", "--fork",
					"--kill-child", "--propagation", "private", "sh", "-euc", FIRST_PROCESS)
				.redirectError(ProcessBuilder.Redirect.INHERIT)
				.start();
			if (unshare.inputReader().readLine() == null) {
				throw new IllegalStateException("Cannot make namespaces here");
			}
			long pid = unshare.children().findFirst().orElseThrow().pid();
			Enclosure enclosure = new Enclosure(unshare, pid, folder);
			Runtime.getRuntime().addShutdownHook(enclosure.hook);
			return enclosure;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot make namespaces here", ex);
		}
	}

	/** A folder of its own on this host, gone at the end. */
	Path folder() {
		return this.folder;
	}

	/** Id of the first process, as this host counts. */
	long pid() {
		return this.pid;
	}

	/** Runs a program of this host inside. */
	Command command(String... words) {
		return Command.of(words).after(enter());
	}

	/** Words that put a command inside. */
	List<String> enter() {
		return List.of("nsenter", "-t", Long.toString(this.pid), "-m", "-n", "-p", "-u", "-i", "--");
	}

	/** Runs a shell script of several lines inside; its arguments are $1, $2, ... */
	String script(String script, String... arguments) {
		List<String> words = new ArrayList<>(List.of("sh", "-euc", script, "lab"));
		words.addAll(List.of(arguments));
		return Command.of(words).after(enter()).run().orThrow();
	}

	/**
	 * Makes a root folder that can be written to without changing the image under it.
	 */
	Path overlay(String name, Image image) {
		Path layers = this.folder.resolve(name);
		script("""
				mkdir -p "$2/upper" "$2/work" "$2/root"
				mount -t overlay overlay -o "lowerdir=$1,upperdir=$2/upper,workdir=$2/work" "$2/root"
				""", image.root().toString(), layers.toString());
		return layers.resolve("root");
	}

	/** Makes a root folder whose programs can be run without booting it. */
	Root root(String name, Image image) {
		Path root = overlay(name, image);
		script("""
				mount -t proc proc "$1/proc"
				mount --rbind /dev "$1/dev"
				mount -t tmpfs tmpfs "$1/run"
				""", root.toString());
		return new Root(this, name, root);
	}

	/** A folder inside the enclosure as this host can read and write it. */
	Path seenFromHere(Path inside) {
		return Path.of("/proc/" + this.pid + "/root" + inside);
	}

	@Override
	public void close() {
		Runtime.getRuntime().removeShutdownHook(this.hook);
		end();
	}

	private void end() {
		try {
			this.unshare.outputWriter().close();
			if (!this.unshare.waitFor(5, TimeUnit.SECONDS)) {
				this.unshare.destroyForcibly().waitFor();
			}
		}
		catch (IOException | InterruptedException ex) {
			this.unshare.destroyForcibly();
		}
		Cache.remove(this.folder);
	}

}
