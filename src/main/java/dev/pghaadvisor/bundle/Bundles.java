package dev.pghaadvisor.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.pghaadvisor.plan.ClusterPlan;

/** Writes the bundle of a plan. */
public final class Bundles {

	private Bundles() {
	}

	/**
	 * Writes every file of a bundle: equal input, equal bytes.
	 * @param plan what to build
	 * @param rooms everything about each of the plan's parts
	 * @param documents further files of the bundle's folder by name, such as report.html
	 * @return the bundle
	 * @throws IllegalArgumentException if a document's name is not a plain file name or
	 * is taken
	 */
	public static Bundle of(ClusterPlan plan, List<Room> rooms, Map<String, byte[]> documents) {
		Cluster cluster = Cluster.of(plan, rooms);
		List<BundleFile> files = new ArrayList<>();
		files.add(runnable(cluster, "prepare.sh", "prepare", "Makes the passwords, on your machine."));
		files.add(plain(cluster, "ansible.cfg", "ansible", "Settings of ansible-playbook in this folder."));
		files.add(plain(cluster, "inventory.yml", "inventory", "The hosts, for Ansible."));
		files.add(plain(cluster, "site.yml", "site", "Installs and starts the cluster."));
		files.add(plain(cluster, "verify.yml", "verify", "Checks the running cluster."));
		files.add(plain(cluster, "drill.yml", "drill", "Rehearses a switchover or the loss of a host."));
		files.add(runnable(cluster, "writer.py", "writer", "Writes during a drill, and measures."));
		files.add(plain(cluster, "README.md", "readme", "The order of work."));
		files.add(BundleFile.plain("topology.json", new TopologyFile(cluster).json(), "The plan for machines."));
		files.add(BundleFile.plain("answers.yaml", AnswersFile.yaml(plan), "What these files were made from."));
		documents.forEach((name, bytes) -> files.add(document(name, bytes)));
		cluster.hosts().forEach((host) -> files.addAll(files(host)));
		files.add(BundleFile.plain("SHA256SUMS", checksums(files), "Checksums of the shipped files."));
		return new Bundle(cluster.name() + "-" + plan.shape().design().id(), files);
	}

	/**
	 * SHA-256 of the lines of {@code SHA256SUMS} about what lands on hosts: two plans
	 * with equal sums install the same.
	 */
	public static String hostsSha256(ClusterPlan plan, List<Room> rooms) {
		List<BundleFile> files = Cluster.of(plan, rooms)
			.hosts()
			.stream()
			.flatMap((host) -> placed(host).stream())
			.toList();
		return Sha256.hex(checksums(files).getBytes(StandardCharsets.UTF_8));
	}

	private static BundleFile document(String name, byte[] bytes) {
		if (name.contains("/")) {
			throw new IllegalArgumentException("Not a document's name: " + name);
		}
		return new BundleFile(name, BundleFile.PLAIN, bytes, "The report.");
	}

	private static List<BundleFile> files(HostFiles host) {
		String folder = "hosts/" + host.name();
		List<BundleFile> files = new ArrayList<>();
		files.add(BundleFile.runnable(folder + "/install.sh", Templates.render("bundle/install", Map.of("host", host)),
				"Installs " + host.name() + " by hand."));
		files.add(BundleFile.runnable(folder + "/preflight.sh",
				Templates.render("bundle/preflight", Map.of("host", host)),
				"Refuses a host that these files do not fit."));
		files.addAll(placed(host));
		return files;
	}

	/** What lands on a host. */
	private static List<BundleFile> placed(HostFiles host) {
		String folder = "hosts/" + host.name();
		List<BundleFile> files = new ArrayList<>();
		for (PlacedFile file : host.files()) {
			String content = file.content();
			if (content != null) {
				int mode = file.mode().equals("0755") ? BundleFile.RUNNABLE : BundleFile.PLAIN;
				files.add(new BundleFile(folder + file.path(), mode, content.getBytes(StandardCharsets.UTF_8),
						file.why()));
			}
		}
		return files;
	}

	private static BundleFile plain(Cluster cluster, String path, String template, String why) {
		return BundleFile.plain(path, Templates.render("bundle/" + template, Map.of("cluster", cluster)), why);
	}

	private static BundleFile runnable(Cluster cluster, String path, String template, String why) {
		return BundleFile.runnable(path, Templates.render("bundle/" + template, Map.of("cluster", cluster)), why);
	}

	private static String checksums(List<BundleFile> files) {
		return files.stream()
			.sorted(Comparator.comparing(BundleFile::path))
			.map((file) -> Sha256.hex(file.bytes()) + "  " + file.path() + "\n")
			.collect(Collectors.joining());
	}

}
