package dev.pghaadvisor.web.catalogue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.pghaadvisor.advice.Advisor;
import dev.pghaadvisor.questionnaire.Question;
import dev.pghaadvisor.questionnaire.Questionnaire;
import dev.pghaadvisor.rules.Effect;
import dev.pghaadvisor.rules.Rule;
import dev.pghaadvisor.rules.RuleBook;
import dev.pghaadvisor.rules.RuleSource;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Every rule in force, as its file has it. */
@Controller
class RulesController {

	private final RuleBook book;

	RulesController(Advisor advisor) {
		this.book = advisor.ruleBook();
	}

	@GetMapping("/rules")
	String rules(Model model) {
		Map<String, List<RuleLine>> byFile = this.book.rules()
			.stream()
			.collect(Collectors.groupingBy(Rule::file, TreeMap::new,
					Collectors.mapping((rule) -> RuleLine.of(rule, this.book.questionnaire()), Collectors.toList())));
		model.addAttribute("files", byFile);
		model.addAttribute("count", this.book.rules().size());
		model.addAttribute("version", this.book.version());
		return "rules";
	}

	/** A rule in words. */
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
