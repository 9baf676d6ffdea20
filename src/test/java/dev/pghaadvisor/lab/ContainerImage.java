package dev.pghaadvisor.lab;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an image says about how it is run.
 *
 * @param user numbers of user and group
 * @param environment each as {@code NAME=value}
 * @param folder where its program starts
 * @param program what runs, word by word
 * @param health what asks it whether it is well, word by word
 * @param volumes folders that outlive a container
 * @param ports what it listens on, such as {@code 8080/tcp}
 * @param layers bytes of each, the base first
 */
record ContainerImage(String user, List<String> environment, String folder, List<String> program, List<String> health,
		List<String> volumes, List<String> ports, List<Long> layers) {

	/** Reads what {@code buildah inspect} prints of an image in Docker's format. */
	static ContainerImage of(JsonNode inspected) {
		JsonNode config = inspected.path("Docker").path("config");
		List<String> health = texts(config.path("Healthcheck").path("Test"));
		if (health.isEmpty() || !health.get(0).equals("CMD")) {
			throw new IllegalStateException("No health command without a shell: " + health);
		}
		List<Long> layers = new ArrayList<>();
		JsonMapper.shared()
			.readTree(inspected.path("Manifest").asString())
			.path("layers")
			.forEach((layer) -> layers.add(layer.path("size").asLong()));
		return new ContainerImage(config.path("User").asString(), texts(config.path("Env")),
				config.path("WorkingDir").asString(), texts(config.path("Entrypoint")),
				health.subList(1, health.size()), List.copyOf(config.path("Volumes").propertyNames()),
				List.copyOf(config.path("ExposedPorts").propertyNames()), layers);
	}

	private static List<String> texts(JsonNode array) {
		return array.valueStream().map(JsonNode::asString).toList();
	}

}
