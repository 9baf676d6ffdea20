package dev.pghaadvisor.rules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.pghaadvisor.yaml.Problems;
import dev.pghaadvisor.yaml.YamlFile;
import dev.pghaadvisor.yaml.YamlNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The schema for editors knows the same keys as the loader. */
class SchemaTests {

	private static final JsonNode SCHEMA = new JsonMapper().readTree(Path.of("rules/rules.schema.json")).get("$defs");

	@ParameterizedTest
	@ValueSource(strings = { "design.yaml", "timers.yaml", "settings.yaml", "warnings.yaml" })
	void everyEntryHasTheKeysThatTheSchemaListsAndRequires(String file) throws Exception {
		YamlNode.Items entries = (YamlNode.Items) Objects
			.requireNonNull(YamlFile.read(file, Files.readString(Path.of("rules", file)), new Problems()));
		for (YamlNode entry : entries.all()) {
			Set<String> keys = ((YamlNode.Table) entry).all().keySet();
			JsonNode kind = SCHEMA.get(keys.contains("setting") ? "setting" : "rule");
			assertThat(names(kind)).as("line " + entry.place().line()).containsAll(keys);
			kind.get("required").forEach((key) -> assertThat(keys).contains(key.asString()));
			if (keys.contains("then")) {
				YamlNode.Table effects = (YamlNode.Table) ((YamlNode.Table) entry).all().get("then").value();
				assertThat(names(SCHEMA.get("effects"))).containsAll(effects.all().keySet());
			}
		}
	}

	@Test
	void theFileOfAPartHasTheKeysThatTheSchemaLists() throws Exception {
		Map<String, YamlNode.Entry> room = table(Objects.requireNonNull(YamlFile.read("pooler.yaml",
				Files.readString(Path.of("src/test/resources/rooms/pooler.yaml")), new Problems())));
		assertThat(names(SCHEMA.get("room"))).isEqualTo(room.keySet());
		for (YamlNode question : ((YamlNode.Items) room.get("questions").value()).all()) {
			assertThat(names(SCHEMA.get("question"))).containsAll(table(question).keySet());
			SCHEMA.get("question")
				.get("required")
				.forEach((key) -> assertThat(table(question)).containsKey(key.asString()));
		}
	}

	@Test
	void theSchemaListsEveryEffectAndNoOther() {
		assertThat(names(SCHEMA.get("effects"))).containsExactlyInAnyOrder("require", "suffice", "favour", "set",
				"warn", "block");
	}

	private static Map<String, YamlNode.Entry> table(YamlNode node) {
		return ((YamlNode.Table) node).all();
	}

	private static Set<String> names(JsonNode kind) {
		return new HashSet<>(kind.get("properties").propertyNames());
	}

}
