package dev.pghaadvisor.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import dev.pghaadvisor.plan.Platform;

/**
 * A root folder of one platform, made once and only read afterwards.
 *
 * @param platform whose packages it is made of
 * @param name for people and for the folder in the cache
 * @param installed packages that are installed
 * @param offered packages that lie with all they depend on in {@link #REPOSITORY}, the
 * machine's only apt source; empty: none, and no apt source is set
 */
record Image(Platform platform, String name, List<String> installed, List<String> offered) {

	/**
	 * Folder inside the image that apt takes packages from, so that nothing needs a
	 * network.
	 */
	static final String REPOSITORY = "/srv/packages";

	/** Where Debian's packages put modules of Python. */
	private static final String PYTHON = "/usr/lib/python3/dist-packages";

	private static final String RECIPE = "4";

	/** A freshly installed server, as a user has it before the bundle comes. */
	static Image server(Platform platform) {
		return new Image(platform, "server",
				List.of("systemd", "systemd-sysv", "dbus", "openssh-server", "python3", "iproute2", "procps", "sudo"),
				bundlePackages(platform));
	}

	/** All programs whose files a bundle holds, and Ansible to deploy it. */
	static Image tools(Platform platform) {
		List<String> packages = new ArrayList<>(bundlePackages(platform));
		packages.addAll(List.of("ansible-core", "shellcheck", "busybox", "dash", "systemd", "iproute2", "procps",
				"openssh-client", "iputils-arping", "unzip", "python3-psycopg2"));
		return new Image(platform, "tools", packages, List.of());
	}

	/** What every bundle of a platform installs, on one host or another. */
	static List<String> bundlePackages(Platform platform) {
		return List.of("postgresql-" + platform.postgresql(), "postgresql-common", "patroni", "etcd-server",
				"etcd-client", "haproxy", "keepalived", "curl", "nftables", "iproute2", "openssl", "python3-etcd",
				"python3-apt");
	}

	/** Where it lies; builds it if it does not exist yet. */
	Path root() {
		return root(Cache.ofThisUser());
	}

	Path root(Cache cache) {
		return cache.folder(this.platform.id() + "-" + this.name + "-" + key(), (root) -> build(cache, root));
	}

	/** The same package list makes the same key. */
	String key() {
		String recipe = RECIPE + this.installed + this.offered;
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(recipe.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash, 0, 6);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JVM has SHA-256", ex);
		}
	}

	/** Debian's smallest system, which the images are made of. */
	static Path minimal(Platform platform, Cache cache) {
		return cache.folder(platform.id() + "-minimal", (root) -> debootstrap(platform, root));
	}

	private void build(Cache cache, Path root) {
		Path minimal = minimal(this.platform, cache);
		Command.of("cp", "-a", minimal.toString(), root.toString()).run().orThrow();
		write(root, "usr/sbin/policy-rc.d", "#!/bin/sh\nexit 101\n").toFile().setExecutable(true, false);
		write(root, "etc/postgresql-common/createcluster.conf", "create_main_cluster = false\n");
		Path resolver = Path.of("/etc/resolv.conf");
		if (Files.isReadable(resolver)) {
			Command.of("cp", "-L", resolver.toString(), root.resolve("etc/resolv.conf").toString()).run().orThrow();
		}
		apt(root, "update");
		aptInstall(root, List.of(), this.installed);
		apt(root, "clean");
		if (!this.offered.isEmpty()) {
			offer(root);
		}
		Command.of("rm", root + "/usr/sbin/policy-rc.d", root + "/etc/postgresql-common/createcluster.conf")
			.run()
			.orThrow();
		write(root, "etc/resolv.conf", "");
		write(root, "etc/machine-id", "");
	}

	private void offer(Path root) {
		aptInstall(root, List.of("--download-only"), this.offered);
		// Every server unpacks them anew: without compression that takes half as long.
		// Nor
		// does each have to compile the same Python again: py3compile leaves alone what
		// was
		// compiled from the same source.
		Command.of("sh", "-ec", """
				mkdir $1$2
				for package in $1$3/*.deb; do
					dpkg-deb --raw-extract $package $1/unpacked
					if [ -d $1/unpacked$4 ]; then
						chroot $1 python3 -m compileall -q -s /unpacked -p / /unpacked$4
					fi
					dpkg-deb -Znone --build $1/unpacked $1$2/${package##*/}
					rm -r $1/unpacked $package
				done
				cd $1$2
				apt-ftparchive packages . > Packages
				""", "-", root.toString(), REPOSITORY, "/var/cache/apt/archives", PYTHON).within(600).run().orThrow();
		// Nor does any outlive a loss of this machine's power.
		write(root, "etc/dpkg/dpkg.cfg.d/unsafe-io", "force-unsafe-io\n");
		Command.of("rm", "-rf", root + "/var/lib/apt/lists", root + "/etc/apt/sources.list").run().orThrow();
		write(root, "etc/apt/sources.list", "deb [trusted=yes] file:" + REPOSITORY + " ./\n");
	}

	private static void debootstrap(Platform platform, Path root) {
		Command.of("debootstrap", "--variant=minbase", platform.suite(), root.toString()).within(900).run().orThrow();
	}

	private static void aptInstall(Path root, List<String> options, List<String> packages) {
		List<String> words = new ArrayList<>(List.of("install", "-y", "-q", "--no-install-recommends"));
		words.addAll(options);
		words.addAll(packages);
		apt(root, words.toArray(String[]::new));
	}

	/**
	 * Its own mount and process namespaces: whatever a package starts or mounts ends
	 * here.
	 */
	private static void apt(Path root, String... words) {
		Command.of(words)
			.after(List.of("unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-ec",
					"mount -t proc proc $0/proc; exec chroot $0 apt-get \"$@\"", root.toString()))
			.with("DEBIAN_FRONTEND", "noninteractive")
			.with("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")
			.within(900)
			.run()
			.orThrow();
	}

	private static Path write(Path root, String path, String text) {
		try {
			Path file = root.resolve(path);
			Files.createDirectories(file.getParent());
			return Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write " + path, ex);
		}
	}

}
