package dev.pghaadvisor.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.pghaadvisor.plan.Platform;
import tools.jackson.databind.json.JsonMapper;

/**
 * Builds container images. They lie in the enclosure's folder and are mounted in the
 * enclosure only, so that both end with it.
 */
final class Buildah {

	/** What {@code FROM} names in the Dockerfile. */
	private static final String BASE = "docker.io/library/debian:trixie-slim";

	/**
	 * As the published image has it: apt keeps nothing, dpkg does not wait for the disk.
	 */
	private static final String LIKE_THE_PUBLISHED_BASE = """
			cat >"$1/etc/apt/apt.conf.d/keep-nothing" <<END
			APT::Keep-Downloaded-Packages "false";
			Dir::Cache::pkgcache "";
			Dir::Cache::srcpkgcache "";
			END
			echo force-unsafe-io >"$1/etc/dpkg/dpkg.cfg.d/unsafe-io"
			rm -f "$1"/var/cache/apt/archives/*.deb
			""";

	private static final Path CERTIFICATES = Path.of("/usr/local/share/ca-certificates");

	private final Enclosure enclosure;

	private final Path downloads;

	Buildah(Enclosure enclosure, Cache cache) {
		this.enclosure = enclosure;
		this.downloads = cache.folder("container-downloads", (folder) -> folder.toFile().mkdirs());
		// What buildah notes for all its storages would stay on this host.
		enclosure.script("mkdir -p /var/lib/containers; mount -t tmpfs tmpfs /var/lib/containers");
		keepResolver();
		tagBase(cache);
	}

	/** The enclosure's {@code /run} is its own, and the resolver's file may lie there. */
	private void keepResolver() {
		Path copy = this.enclosure.folder().resolve("resolv.conf");
		try {
			Files.copy(Path.of("/etc/resolv.conf"), copy);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read how this host resolves names", ex);
		}
		this.enclosure.script("""
				file=$(readlink -m /etc/resolv.conf)
				[ -e "$file" ] || { mkdir -p "$(dirname "$file")"; cp "$1" "$file"; }
				""", copy.toString());
	}

	/**
	 * Nothing is pulled: the base is made here from Debian's packages, and trusts whom
	 * this host's administrator trusts.
	 */
	private void tagBase(Cache cache) {
		String container = run("from", "scratch").strip();
		String root = run("mount", container).strip();
		this.enclosure.script("""
				cp -a "$2/." "$1/"
				mkdir -p "$1$3"
				find "$3" -name '*.crt' -exec cp -L -t "$1$3" {} +
				""" + LIKE_THE_PUBLISHED_BASE, root, Image.minimal(Platform.DEBIAN_13, cache).toString(),
				CERTIFICATES.toString());
		run("umount", container);
		run("commit", "--quiet", "--rm", container, BASE);
	}

	/**
	 * Builds the Dockerfile of a folder as a stranger does, without any image from
	 * outside.
	 */
	Output build(Path folder, String tag) {
		List<String> words = new ArrayList<>(List.of("build", "--isolation", "chroot", "--pull=never", "--layers",
				"--format", "docker", "--tag", tag));
		Path settings = Path.of(System.getProperty("user.home"), ".m2", "settings.xml");
		if (Files.isReadable(settings)) {
			words.addAll(List.of("--volume", settings + ":/root/.m2/settings.xml:ro"));
		}
		words.add(folder.toString());
		return command(words).within(900).run();
	}

	ContainerImage image(String tag) {
		return ContainerImage.of(JsonMapper.shared().readTree(run("inspect", "--type", "image", tag)));
	}

	/**
	 * Makes a container's root folder from an image; returns its path in the enclosure.
	 */
	Path root(String tag) {
		return Path.of(run("mount", run("from", "--pull=never", tag).strip()).strip());
	}

	private String run(String... words) {
		return command(List.of(words)).run().orThrow();
	}

	/** In the enclosure's mounts, but in this host's network. */
	private Command command(List<String> words) {
		Path storage = this.enclosure.folder().resolve("images");
		return Command.of(words)
			.after(Stream
				.of("nsenter", "-t", this.enclosure.pid() + "", "-m", "-p", "-i", "--", "buildah", "--log-level",
						"error", "--root", storage + "/root", "--runroot", storage + "/run", "--storage-driver",
						"overlay")
				.toList())
			// Caches of a build lie here, which is how they are kept.
			.with("TMPDIR", this.downloads.toString());
	}

}
