package dev.pghaadvisor.bundle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Footprint;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.RuleBook;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Every pair of answers, all the way to the files. */
class PairwiseTests {

	private final RuleBook book = RuleBook.bundled();

	private final List<Map<String, String>> sets = Pairwise.of(this.book.questionnaire());

	@Test
	void everyPairOfOptionsIsAmongTheAnswers() {
		Set<String> met = new HashSet<>();
		this.sets.forEach((set) -> set
			.forEach((one, left) -> set.forEach((other, right) -> met.add(one + left + " " + other + right))));
		this.book.questionnaire()
			.questions()
			.forEach((one) -> this.book.questionnaire()
				.questions()
				.stream()
				.filter((other) -> other != one)
				.forEach((other) -> one.options()
					.forEach((left) -> other.options()
						.forEach((right) -> assertThat(met)
							.contains(one.id() + left.id() + " " + other.id() + right.id())))));
		assertThat(this.sets).hasSizeLessThan(120);
	}

	@Test
	void everyPlanWithFilesGivesTheSameBytesTwiceAndFilesThatCanBeRead() {
		Set<Footprint> footprints = EnumSet.noneOf(Footprint.class);
		List<Map<String, String>> all = new ArrayList<>(this.sets);
		Arrays.stream(Persona.values()).map(Persona::answers).forEach(all::add);
		for (Map<String, String> set : all) {
			Advice advice = this.book.advise(Answers.of(this.book.questionnaire(), set));
			if (advice.design() == null) {
				continue;
			}
			Shape shape = Shape.of(advice);
			ClusterPlan plan = Parts.plan(advice, Inventory.example(shape));
			footprints.add(shape.footprint());
			Bundle bundle = Parts.bundle(plan, Map.of());
			assertThat(Parts.bundle(plan, Map.of()).zip()).as(set.toString()).isEqualTo(bundle.zip());
			bundle.files().forEach((path, file) -> assertThat(readable(path, file.text())).as(path + set).isTrue());
		}
		assertThat(footprints).contains(Footprint.values());
	}

	private static boolean readable(String path, String text) {
		if (path.endsWith(".yml") || path.endsWith(".yaml")) {
			return new Yaml(new SafeConstructor(new LoaderOptions())).load(text) != null;
		}
		return !path.endsWith(".json") || JsonMapper.shared().readTree(text).isObject();
	}

}
