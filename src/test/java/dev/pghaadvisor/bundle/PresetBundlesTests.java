package dev.pghaadvisor.bundle;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.Design;
import dev.pghaadvisor.rules.Preset;
import dev.pghaadvisor.rules.RuleBook;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

class PresetBundlesTests {

	private final RuleBook book = RuleBook.bundled();

	@Test
	void everyPresetGetsFilesAndBothDesignsAreAmongThem() {
		Set<Design> designs = EnumSet.noneOf(Design.class);
		for (Preset preset : this.book.presets()) {
			Advice advice = this.book.advise(Answers.of(this.book.questionnaire(), preset.answers()));
			Shape shape = Shape.of(advice);
			Bundle bundle = Parts.bundle(Parts.plan(advice, Inventory.example(shape)), Map.of());
			assertThat(bundle.file("answers.yaml").text()).as(preset.id()).contains(advice.rulesVersion());
			String patroni = bundle.file("hosts/pg1/etc/patroni/config.yml").text();
			assertThat(patroni).as(preset.id()).contains("    ttl: " + advice.settings().asMap().get("ttl") + "\n");
			assertThat(this.<Object>yaml(patroni)).isNotNull();
			designs.add(shape.design());
		}
		assertThat(designs).containsExactly(Design.values());
	}

	@Test
	void answersAreReadBackAsTheyWereGiven() {
		Map<String, String> given = Map.of("availability", "99.99", "rto", "30s", "team", "not-sure");
		Advice advice = this.book.advise(Answers.of(this.book.questionnaire(), given));
		Shape shape = Shape.of(advice);
		Bundle bundle = Parts.bundle(Parts.plan(advice, Inventory.example(shape)), Map.of());
		Map<String, Object> read = yaml(bundle.file("answers.yaml").text());
		@SuppressWarnings("unchecked")
		Map<String, String> answers = (Map<String, String>) read.get("answers");
		assertThat(Answers.of(this.book.questionnaire(), answers).given()).isEqualTo(advice.answers().given());
		@SuppressWarnings("unchecked")
		Map<String, Object> inventory = (Map<String, Object>) read.get("inventory");
		assertThat(Inventory.parse(shape, inventory)).isEqualTo(Inventory.example(shape));
	}

	private <T> T yaml(String text) {
		return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
	}

}
