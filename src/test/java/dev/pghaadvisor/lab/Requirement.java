package dev.pghaadvisor.lab;

import java.util.List;

/**
 * What a test needs beyond a JVM. Put {@link Requires} on the test class: what is missing
 * is installed where that is possible, else the test is skipped and says why.
 */
public enum Requirement {

	/** Debian's Chromium at {@code /usr/bin/chromium}, for browser tests. */
	CHROMIUM(false, new Tool("chromium", "chromium")),

	/** What it takes to unpack a bundle and prepare it as a user does. */
	SHELL(false, new Tool("openssl", "openssl"), new Tool("shellcheck", "shellcheck"), new Tool("unzip", "unzip")),

	/** Debian images, network namespaces and machines that boot: root on Linux only. */
	LAB(true, new Tool("debootstrap", "debootstrap"), new Tool("systemd-nspawn", "systemd-container"),
			new Tool("ip", "iproute2"), new Tool("nft", "nftables"), new Tool("nsenter", "util-linux"),
			new Tool("openssl", "openssl"), new Tool("unzip", "unzip"), new Tool("apt-ftparchive", "apt-utils"),
			new Tool("mkfs.ext4", "e2fsprogs")),

	/** For tests of what git knows; the sources themselves may come without it. */
	GIT(false, new Tool("git", "git")),

	/**
	 * What it takes to build a container image and to ask what runs of it, with
	 * {@link #LAB}.
	 */
	CONTAINER(true, new Tool("buildah", "buildah"), new Tool("curl", "curl"));

	private final boolean root;

	private final List<Tool> tools;

	Requirement(boolean root, Tool... tools) {
		this.root = root;
		this.tools = List.of(tools);
	}

	/** Whether the test itself must run as root, not only the installation. */
	boolean needsRoot() {
		return this.root;
	}

	List<Tool> tools() {
		return this.tools;
	}

	List<Tool> missing() {
		return this.tools.stream().filter((tool) -> !tool.isThere()).toList();
	}

}
