package dev.pghaadvisor.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.pghaadvisor.advice.Advisor;
import dev.pghaadvisor.advice.Consultation;
import dev.pghaadvisor.questionnaire.Question;
import dev.pghaadvisor.questionnaire.Questionnaire;
import dev.pghaadvisor.rules.Effect;
import dev.pghaadvisor.rules.Preset;
import dev.pghaadvisor.rules.Rule;
import dev.pghaadvisor.rules.RuleBook;
import dev.pghaadvisor.rules.RuleSource;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page and the catalogue of rules. */
@Controller
class HomeController {

	private final Advisor advisor;

	private final PresetComparison comparison;

	private final List<PresetLine> presets;

	HomeController(Advisor advisor) {
		this.advisor = advisor;
		RuleBook book = advisor.ruleBook();
		this.comparison = PresetComparison.of(book.questionnaire(), book.presets());
		this.presets = IntStream.range(0, book.presets().size()).mapToObj(this::preset).toList();
	}

	@GetMapping("/")
	String home(Model model) {
		model.addAttribute("presets", this.presets);
		model.addAttribute("comparison", this.comparison);
		return "home";
	}

	@GetMapping("/rules")
	String rules(Model model) {
		RuleBook book = this.advisor.ruleBook();
		Map<String, List<RuleLine>> byFile = book.rules()
			.stream()
			.collect(Collectors.groupingBy(Rule::file, TreeMap::new,
					Collectors.mapping((rule) -> RuleLine.of(rule, book.questionnaire()), Collectors.toList())));
		model.addAttribute("files", byFile);
		model.addAttribute("count", book.rules().size());
		model.addAttribute("version", book.version());
		return "rules";
	}

	private PresetLine preset(int index) {
		List<Preset> all = this.advisor.ruleBook().presets();
		Preset preset = all.get(index);
		Consultation consultation = this.advisor.consult(preset.answers(), Map.of());
		Map<String, String> given = consultation.given();
		String neighbour = (index > 0) ? all.get(index - 1).title() : "";
		return new PresetLine(preset.title(), preset.description(), consultation.glance().title(),
				this.comparison.unlikeDefault(index), neighbour, this.comparison.unlikeNeighbour(index),
				GivenAnswers.link("/advice", given), GivenAnswers.link("/advisor", given));
	}

	/**
	 * A preset's card.
	 *
	 * @param neighbour the preset before it; empty for the first
	 */
	record PresetLine(String title, String description, String leadsTo, long unlikeDefault, String neighbour,
			long unlikeNeighbour, String adviceLink, String wizardLink) {

	}

	record RuleLine(String id, List<String> conditions, List<String> effects, String because,
			List<RuleSource> sources) {

		static RuleLine of(Rule rule, Questionnaire questionnaire) {
			return new RuleLine(rule.id(),
					rule.when()
						.entrySet()
						.stream()
						.map((entry) -> condition(entry.getKey(), List.copyOf(entry.getValue()), questionnaire))
						.toList(),
					rule.effects().stream().map(RuleLine::effect).toList(), rule.because(), rule.sources());
		}

		private static String effect(Effect effect) {
			return effect.word() + " " + effect.detail();
		}

		/** A question in words, or a fact by its name. */
		private static String condition(String key, List<String> options, Questionnaire questionnaire) {
			return questionnaire.questions()
				.stream()
				.filter((question) -> question.id().equals(key))
				.findFirst()
				.map((question) -> question.text() + " " + labels(question, options))
				.orElse(key + ": " + String.join(" or ", options));
		}

		private static String labels(Question question, List<String> options) {
			return question.options()
				.stream()
				.filter((option) -> options.contains(option.id()))
				.map((option) -> option.label())
				.collect(Collectors.joining(" or "));
		}

	}

}
