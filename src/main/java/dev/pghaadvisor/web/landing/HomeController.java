package dev.pghaadvisor.web.landing;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.pghaadvisor.advice.Advisor;
import dev.pghaadvisor.advice.Consultation;
import dev.pghaadvisor.rules.Preset;
import dev.pghaadvisor.rules.RuleBook;
import dev.pghaadvisor.web.input.GivenAnswers;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: both designs, the presets, and where to start. */
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

}
