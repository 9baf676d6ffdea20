package dev.pghaadvisor.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.pghaadvisor.bundle.Bundle;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Platform;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A bundle unzipped and prepared, and for each of its hosts a root with all programs, the
 * host's address, and the host's files in their places with owner and mode.
 */
final class UnpackedBundle implements AutoCloseable {

	private final Enclosure enclosure = Enclosure.open();

	private final Map<String, Root> hosts = new HashMap<>();

	private final Platform platform;

	private final Bundle bundle;

	private final Root person;

	UnpackedBundle(Bundle bundle, ClusterPlan plan) {
		this.bundle = bundle;
		this.platform = plan.shape().platform();
		Network.alone(this.enclosure, "person", "192.0.2.9/24", "eth0");
		this.person = this.enclosure.root("person", Image.tools(this.platform));
		try {
			Files.write(this.person.file("/root/bundle.zip"), bundle.zip());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write the zip", ex);
		}
		this.person.script("cd /root; unzip -q bundle.zip; cd \"$1\"; sh prepare.sh", bundle.name()).run().orThrow();
		JsonNode topology = JsonMapper.shared().readTree(bundle.file("topology.json").bytes());
		topology.path("hosts").forEach((host) -> {
			String name = host.path("name").asString();
			Network.alone(this.enclosure, name, host.path("address").asString() + "/24",
					plan.inventory().networkInterface().toString());
			this.hosts.put(name, place(name, host));
		});
	}

	private Root place(String name, JsonNode host) {
		Root root = this.enclosure.root(name, Image.tools(this.platform));
		StringBuilder script = new StringBuilder();
		for (JsonNode folder : host.path("dirs")) {
			script.append("install -d -o %s -g %s -m %s %s%n".formatted(folder.path("owner").asString(),
					folder.path("group").asString(), folder.path("mode").asString(), folder.path("path").asString()));
		}
		for (JsonNode file : host.path("files")) {
			String path = file.path("path").asString();
			script.append("mkdir -p $(dirname %s); install -o %s -g %s -m %s /tmp/files%s %s%n".formatted(path,
					file.path("owner").asString(), file.path("group").asString(), file.path("mode").asString(), path,
					path));
		}
		this.enclosure.script("cp -a \"$1/root/$2/hosts/$3\" \"$4/tmp/files\"", this.person.folder().toString(),
				this.bundle.name(), name, root.folder().toString());
		root.script(script.toString()).run().orThrow();
		return root;
	}

	/** The root in which a file of the bundle is checked. */
	Root rootOf(String pathInBundle) {
		return placed(pathInBundle) ? host(pathInBundle.split("/")[1]) : this.person;
	}

	/** Where it lies there. */
	String pathOf(String pathInBundle) {
		return placed(pathInBundle) ? "/" + pathInBundle.split("/", 3)[2]
				: "/root/" + this.bundle.name() + "/" + pathInBundle;
	}

	Root host(String name) {
		Root root = this.hosts.get(name);
		if (root == null) {
			throw new IllegalArgumentException("No host " + name);
		}
		return root;
	}

	Root person() {
		return this.person;
	}

	List<String> paths() {
		return List.copyOf(this.bundle.files().keySet());
	}

	/** Adds text to a file, runs the work, and puts the file back. */
	Output broken(String pathInBundle, String breakage, Check check) {
		Path file = rootOf(pathInBundle).file(pathOf(pathInBundle));
		try {
			byte[] before = Files.readAllBytes(file);
			Files.writeString(file, new String(before, StandardCharsets.UTF_8) + breakage);
			Output output = check.of(rootOf(pathInBundle), pathOf(pathInBundle));
			Files.write(file, before);
			return output;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot break " + pathInBundle, ex);
		}
	}

	private static boolean placed(String pathInBundle) {
		return pathInBundle.startsWith("hosts/") && !pathInBundle.matches(".*/(install|preflight)[.]sh");
	}

	@Override
	public void close() {
		this.enclosure.close();
	}

}
