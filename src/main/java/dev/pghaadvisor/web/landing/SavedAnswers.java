package dev.pghaadvisor.web.landing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.pghaadvisor.web.input.Printable;
import dev.pghaadvisor.yaml.Problems;
import dev.pghaadvisor.yaml.YamlFile;
import dev.pghaadvisor.yaml.YamlNode;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A bundle's answers.yaml, read back. What it holds is judged like what is typed: answers
 * as a link's, names and addresses as the form's.
 *
 * @param answers question to option, as written
 * @param typed the form's fields, as written
 */
record SavedAnswers(MultiValueMap<String, String> answers, MultiValueMap<String, String> typed) {

	static final String FILE = "answers.yaml";

	/**
	 * Reads the file.
	 * @throws IllegalArgumentException saying where it is not what a bundle holds
	 */
	static SavedAnswers read(String text) {
		Problems problems = new Problems();
		YamlNode root = YamlFile.read(FILE, text, problems);
		SavedAnswers saved = new SavedAnswers(new LinkedMultiValueMap<>(), new LinkedMultiValueMap<>());
		if (root != null) {
			Map<String, YamlNode.Entry> parts = table(root, problems);
			if (!parts.containsKey("answers")) {
				problems.add(root, "There is no 'answers:' in it");
			}
			parts.forEach((name, part) -> {
				switch (name) {
					case "answers" -> table(part.value(), problems)
						.forEach((id, option) -> saved.answers.add(id, text(option.value(), problems)));
					case "inventory" -> table(part.value(), problems)
						.forEach((field, value) -> saved.keep(field, value.value(), problems));
					case "rulesVersion" -> {
						// Which rules were in force: today's are used.
					}
					default -> problems.add(part.key(),
							"There is no part '" + Printable.of(name) + "', only answers, inventory and rulesVersion");
				}
			});
		}
		if (problems.count() > 0) {
			throw new IllegalArgumentException(problems.shown().get(0));
		}
		return saved;
	}

	private void keep(String field, YamlNode value, Problems problems) {
		if (value instanceof YamlNode.Scalar scalar && scalar.type() == YamlNode.Type.NOTHING) {
			return;
		}
		if (!(value instanceof YamlNode.Items items)) {
			this.typed.add(field, text(value, problems));
			return;
		}
		if (!field.equals("hosts")) {
			this.typed.add(field,
					items.all().stream().map((item) -> text(item, problems)).collect(Collectors.joining(", ")));
			return;
		}
		List<YamlNode> hosts = items.all();
		for (int index = 0; index < hosts.size(); index++) {
			String prefix = "hosts[" + index + "].";
			table(hosts.get(index), problems)
				.forEach((name, part) -> this.typed.add(prefix + name, text(part.value(), problems)));
		}
	}

	private static Map<String, YamlNode.Entry> table(YamlNode node, Problems problems) {
		if (node instanceof YamlNode.Table table) {
			return table.all();
		}
		problems.add(node, "Keys with values are needed here, this is " + node.kind());
		return Map.of();
	}

	private static String text(YamlNode node, Problems problems) {
		if (node instanceof YamlNode.Scalar scalar) {
			return scalar.text();
		}
		problems.add(node, "A single value is needed here, this is " + node.kind());
		return "";
	}

}
