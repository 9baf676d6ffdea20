package dev.pghaadvisor.web.wizard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.pghaadvisor.advice.Advisor;
import dev.pghaadvisor.advice.Consultation;
import dev.pghaadvisor.questionnaire.Questionnaire;
import dev.pghaadvisor.questionnaire.Section;
import dev.pghaadvisor.report.ReportWriter;
import dev.pghaadvisor.web.input.GivenAnswers;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Asks the questions and shows the recommendation; the query string holds the answers.
 */
@Controller
class WizardController {

	private final Advisor advisor;

	private final ReportWriter writer;

	private final AdvicePage page;

	WizardController(Advisor advisor, ReportWriter writer, AdvicePage page) {
		this.advisor = advisor;
		this.writer = writer;
		this.page = page;
	}

	@GetMapping("/advisor")
	String questions(@RequestParam MultiValueMap<String, String> query, Model model, HttpServletResponse response) {
		Questionnaire questionnaire = this.advisor.questionnaire();
		GivenAnswers given = GivenAnswers.of(questionnaire, AssumptionForm.without(query));
		Section step = step(questionnaire, query);
		LiveRequest.vary(response);
		if (!given.canonical() && given.replaced().isEmpty()) {
			return "redirect:" + link(given, step, AssumptionForm.of(null, query));
		}
		AssumptionForm assumptions = soFar(given, query, model).assumptions();
		List<Section> sections = questionnaire.sections();
		int index = sections.indexOf(step);
		model.addAttribute("sections", sections);
		model.addAttribute("step", step);
		model.addAttribute("number", index + 1);
		model.addAttribute("next", (index + 1 < sections.size()) ? sections.get(index + 1) : null);
		model.addAttribute("others", others(given, step, assumptions));
		return "advisor";
	}

	/**
	 * Answers the page of questions, which asks its own address again after each answer,
	 * with only what that answer changes.
	 */
	@GetMapping(path = "/advisor", headers = { LiveRequest.HEADER, "!" + LiveRequest.HISTORY_HEADER })
	String live(@RequestParam MultiValueMap<String, String> query,
			@RequestHeader(name = LiveRequest.SHOWN_HEADER, defaultValue = "") String shown, Model model,
			HttpServletResponse response) {
		Questionnaire questionnaire = this.advisor.questionnaire();
		GivenAnswers given = GivenAnswers.of(questionnaire, AssumptionForm.without(query));
		SoFar soFar = soFar(given, query, model);
		Consultation now = soFar.consultation();
		LiveRequest.before(questionnaire, shown)
			.flatMap((before) -> this.writer.consequence(before, now))
			.ifPresent((consequence) -> model.addAttribute("consequence", consequence));
		LiveRequest.vary(response);
		LiveRequest.address(response, shown, link(given, step(questionnaire, query), soFar.assumptions()));
		return "panel :: live";
	}

	@GetMapping("/advice")
	String advice(@RequestParam MultiValueMap<String, String> query, Model model, HttpServletResponse response) {
		GivenAnswers given = GivenAnswers.of(this.advisor.questionnaire(), AssumptionForm.without(query));
		SoFar soFar = soFar(given, query, model);
		AssumptionForm assumptions = soFar.assumptions();
		if (!assumptions.wrong().isEmpty()) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
		}
		else if (!(given.canonical() && assumptions.canonical()) && given.replaced().isEmpty()) {
			return "redirect:" + GivenAnswers.link("/advice", all(given, assumptions));
		}
		model.addAttribute("form",
				InventoryForm.of(soFar.consultation().plan(), new LinkedMultiValueMap<>(), List.of()));
		return "advice";
	}

	/**
	 * Shows the recommendation for an earlier report: its names and addresses are posted,
	 * because they must be in no link.
	 */
	@PostMapping(path = "/advice", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	String adviceAgain(@RequestParam MultiValueMap<String, String> typed, Model model) {
		return this.page.show(GivenAnswers.among(this.advisor.questionnaire(), typed), typed, model);
	}

	private SoFar soFar(GivenAnswers given, MultiValueMap<String, String> query, Model model) {
		Consultation consultation = this.advisor.consult(given.answers().given(), Map.of());
		AssumptionForm assumptions = this.page.fill(given, consultation, query, model);
		model.addAttribute("glance", consultation.glance());
		return new SoFar(consultation, assumptions);
	}

	private record SoFar(Consultation consultation, AssumptionForm assumptions) {

	}

	private static Map<String, String> all(GivenAnswers given, AssumptionForm assumptions) {
		Map<String, String> all = new LinkedHashMap<>(given.answers().given());
		all.putAll(assumptions.carried());
		return all;
	}

	private static Section step(Questionnaire questionnaire, MultiValueMap<String, String> query) {
		String id = query.getFirst(GivenAnswers.STEP);
		return questionnaire.sections()
			.stream()
			.filter((section) -> section.id().equals(id))
			.findFirst()
			.orElse(questionnaire.sections().get(0));
	}

	/** Answers of other steps and assumptions travel along as hidden fields. */
	private static Map<String, String> others(GivenAnswers given, Section step, AssumptionForm assumptions) {
		Map<String, String> others = all(given, assumptions);
		step.questions().forEach((question) -> others.remove(question.id()));
		return others;
	}

	private static String link(GivenAnswers given, Section step, AssumptionForm assumptions) {
		Map<String, String> query = new LinkedHashMap<>();
		query.put(GivenAnswers.STEP, step.id());
		query.putAll(all(given, assumptions));
		return GivenAnswers.link("/advisor", query);
	}

}
