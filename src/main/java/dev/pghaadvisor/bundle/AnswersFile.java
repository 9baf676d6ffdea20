package dev.pghaadvisor.bundle;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.pghaadvisor.plan.ClusterPlan;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** The input, so that it can be loaded back: answers.yaml. */
final class AnswersFile {

	private AnswersFile() {
	}

	static String yaml(ClusterPlan plan) {
		Map<String, Object> answers = new LinkedHashMap<>();
		plan.advice().answers().all().forEach((answer) -> answers.put(answer.question().id(), answer.option().id()));
		answers.putAll(plan.advice().answers().given());
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("answers", answers);
		map.put("inventory", plan.inventory().toMap());
		map.put("rulesVersion", plan.advice().rulesVersion());
		DumperOptions options = new DumperOptions();
		options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
		options.setLineBreak(DumperOptions.LineBreak.UNIX);
		options.setSplitLines(false);
		return "# What these files were made from.\n" + new Yaml(options).dump(map);
	}

}
