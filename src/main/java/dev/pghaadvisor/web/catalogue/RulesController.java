package dev.pghaadvisor.web.catalogue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.pghaadvisor.advice.Advisor;
import dev.pghaadvisor.advice.Consultation;
import dev.pghaadvisor.advice.Glance;
import dev.pghaadvisor.questionnaire.Question;
import dev.pghaadvisor.questionnaire.Questionnaire;
import dev.pghaadvisor.rules.Effect;
import dev.pghaadvisor.rules.Rule;
import dev.pghaadvisor.rules.RuleBook;
import dev.pghaadvisor.rules.RuleSource;
import dev.pghaadvisor.rules.Situation;
import dev.pghaadvisor.web.input.GivenAnswers;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Every rule in force, as its file has it. */
@Controller
class RulesController {

	private final RuleBook book;

	private final List<SituationLine> situations;

	RulesController(Advisor advisor) {
		this.book = advisor.ruleBook();
		this.situations = this.book.situations()
			.stream()
			.map((situation) -> SituationLine.of(situation, advisor))
			.toList();
	}

	@GetMapping("/rules")
	String rules(Model model) {
		Map<String, List<RuleLine>> byFile = this.book.rules()
			.stream()
			.collect(Collectors.groupingBy(Rule::file, TreeMap::new,
					Collectors.mapping((rule) -> RuleLine.of(rule, this.book.questionnaire()), Collectors.toList())));
		model.addAttribute("files", byFile);
		model.addAttribute("situations", this.situations);
		model.addAttribute("count", this.book.rules().size());
		model.addAttribute("version", this.book.version());
		return "rules";
	}

	/**
	 * A situation with what these rules recommend in it.
	 *
	 * @param expected what a DBA would, if it is something else; empty if it is the same
	 */
	record SituationLine(String id, String title, String told, String recommended, String expected, String because,
			String link) {

		static SituationLine of(Situation situation, Advisor advisor) {
			Consultation consultation = advisor.consult(situation.answers(), Map.of());
			Glance glance = consultation.glance();
			String recommended = consultation.hasBundle() ? glance.title() + ", " + glance.entry()
					: String.join(" ", consultation.advice().blockers().stream().map((one) -> one.message()).toList());
			Map<String, String> settings = consultation.advice().settings().asMap();
			List<String> blockers = consultation.advice().blockers().stream().map((one) -> one.rule()).toList();
			boolean same = situation.expected()
				.entrySet()
				.stream()
				.allMatch((wanted) -> wanted.getKey().equals(Situation.BLOCKED) ? blockers.contains(wanted.getValue())
						: wanted.getValue().equals(settings.get(wanted.getKey())));
			return new SituationLine(situation.id(), situation.title(), situation.told(), recommended,
					same ? "" : String.join(", ", situation.expected().values()), situation.because(),
					GivenAnswers.link("/advice", situation.answers()));
		}

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
