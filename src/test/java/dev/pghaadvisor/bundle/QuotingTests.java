package dev.pghaadvisor.bundle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

class QuotingTests {

	@ParameterizedTest
	@ValueSource(strings = { "off", "null", "1e3", "0x1F", "a: b", "# no comment", "\"quoted\"", "back\\slash",
			"%m [%p] ", "'", "" })
	void yamlReadsBackTheSameText(String text) {
		String document = "key: " + Quoting.yaml(text) + "\n";
		Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(document);
		assertThat(read).isEqualTo(java.util.Map.of("key", text));
	}

	@Test
	void numbersStayNumbersAndWordsDoNotBecomeTruthValues() {
		assertThat(new Value("max_connections", "200", "Why.").yaml()).isEqualTo("200");
		assertThat(new Value("jit", "off", "Why.").yaml()).isEqualTo("\"off\"");
		assertThat(new Value("random_page_cost", "1.1", "Why.").yaml()).isEqualTo("\"1.1\"");
		assertThat(new Value("port", "010", "Why.").yaml()).isEqualTo("\"010\"");
	}

	@Test
	void aCommentIsWrappedBelowItsFirstLine() {
		String comment = Comments.lines("word ".repeat(40), 4);
		assertThat(comment.lines()).hasSize(2).element(1).asString().startsWith("    # word");
	}

}
