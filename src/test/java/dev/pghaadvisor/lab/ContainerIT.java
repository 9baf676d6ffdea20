package dev.pghaadvisor.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The Dockerfile builds from a clean copy, and what it builds does the main job. */
@Requires({ Requirement.LAB, Requirement.CONTAINER })
@Heavy
class ContainerIT {

	private static final String TAG = "localhost/pg-ha-advisor";

	private static final String INPUT = """
			{"answers": {"criticality": "internal"}, "inventory": {"cluster": "orders"}}""";

	private static Enclosure enclosure;

	private static Buildah buildah;

	private static ContainerImage image;

	@BeforeAll
	static void build() {
		enclosure = Enclosure.open();
		Path sources = enclosure.folder().resolve("sources");
		buildah = new Buildah(enclosure, Cache.ofThisUser());
		WorkingTree.here().copyTo(sources);
		buildah.build(sources, TAG).orThrow();
		image = buildah.image(TAG);
	}

	@AfterAll
	static void close() {
		enclosure.close();
	}

	@Test
	void theImageSaysHowItIsRun() {
		assertThat(image.user()).isEqualTo("10001:10001");
		assertThat(image.volumes()).containsExactly("/data");
		assertThat(image.ports()).containsExactly("8080/tcp");
		assertThat(image.program()).startsWith("java");
		assertThat(image.health()).last().asString().contains("/actuator/health");
	}

	@Test
	void anUpdateOfTheApplicationIsASmallLayer() {
		List<Long> layers = image.layers();
		long dependencies = layers.get(2);
		long application = layers.get(layers.size() - 1);
		assertThat(dependencies).isGreaterThan(20_000_000);
		assertThat(application).isBetween(100_000L, dependencies / 20);
	}

	@Test
	void theContainerDoesItsJobAndItsReportsOutliveIt() throws IOException {
		Path volume = enclosure.folder().resolve("volume");
		Container first = container(volume);
		assertThat(first.health().failed()).as("well before it runs").isTrue();
		Container.Running running = start(first, "first.log");
		assertThat(post("advice", "advice.json")).isEqualTo("200");
		assertThat(json("advice.json").path("design").asString()).isEqualTo("simple");
		assertThat(post("bundle.zip", "bundle.zip")).isEqualTo("200");
		assertThat(post("reports", "created.json")).isEqualTo("201");
		String token = json("created.json").path("token").asString();
		assertThat(get("/r/" + token + "/bundle.zip", "stored.zip")).isEqualTo("200");
		assertThat(bytes("stored.zip")).startsWith('P', 'K').isEqualTo(bytes("bundle.zip"));
		assertThat(running.terminate()).as("128 + SIGTERM").isEqualTo(143);
		assertThat(running.said()).contains("Graceful shutdown complete");
		assertThat(first.health().failed()).as("well after its end").isTrue();

		Container.Running second = start(container(volume), "second.log");
		assertThat(get("/r/" + token + "/bundle.zip", "kept.zip")).isEqualTo("200");
		assertThat(bytes("kept.zip")).isEqualTo(bytes("bundle.zip"));
		assertThat(get("/r/" + "a".repeat(token.length()) + "/bundle.zip", "unknown")).isEqualTo("404");
		second.terminate();
	}

	@Test
	void nothingIsBuiltWithoutTheRules() {
		Path incomplete = enclosure.folder().resolve("incomplete");
		WorkingTree.here().copyTo(incomplete);
		Cache.remove(incomplete.resolve("rules"));
		Output output = buildah.build(incomplete, "localhost/incomplete");
		assertThat(output.failed()).isTrue();
		assertThat(output.text()).contains("\"/rules\": no such file");
	}

	private static Container container(Path volume) {
		Container container = new Container(enclosure, image, buildah.root(TAG));
		container.mountVolume("/data", volume);
		enclosure.script("mount --rbind /dev \"$1/dev\"", container.root().toString());
		return container;
	}

	private static Container.Running start(Container container, String log) {
		Container.Running running = container.start(enclosure.folder().resolve(log));
		container.awaitHealth(running);
		return running;
	}

	private static String post(String path, String file) {
		return curl(file, "--json", INPUT, "http://127.0.0.1:8080/api/v1/" + path);
	}

	private static String get(String path, String file) {
		return curl(file, "http://127.0.0.1:8080" + path);
	}

	/** Returns the status. */
	private static String curl(String file, String... words) {
		List<String> all = new ArrayList<>(List.of("curl", "--silent", "--show-error", "--noproxy", "*", "--max-time",
				"60", "--output", enclosure.folder().resolve(file).toString(), "--write-out", "%{http_code}"));
		all.addAll(List.of(words));
		return enclosure.command(all.toArray(String[]::new)).run().orThrow();
	}

	private static JsonNode json(String file) throws IOException {
		return JsonMapper.shared().readTree(bytes(file));
	}

	private static byte[] bytes(String file) throws IOException {
		return Files.readAllBytes(enclosure.folder().resolve(file));
	}

}
