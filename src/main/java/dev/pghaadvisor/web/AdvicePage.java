package dev.pghaadvisor.web;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.pghaadvisor.advice.Consultation;
import dev.pghaadvisor.report.ReportWriter;

import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** What the pages that show a recommendation have in common. */
final class AdvicePage {

	private AdvicePage() {
	}

	/**
	 * Fills the page.
	 * @param query where a reader's assumptions about a year may be among other things
	 */
	static AssumptionForm fill(Model model, ReportWriter writer, Consultation consultation,
			MultiValueMap<String, String> query) {
		AssumptionForm assumptions = AssumptionForm.of(consultation.plan(), query);
		Map<String, String> given = new LinkedHashMap<>(consultation.given());
		given.putAll(assumptions.carried());
		model.addAttribute("view", writer.view(consultation, assumptions.assumptions()));
		model.addAttribute("assumptions", assumptions);
		model.addAttribute("usualLink", GivenAnswers.link("/advice", consultation.given()) + "#availability");
		model.addAttribute("hasBundle", consultation.hasBundle());
		model.addAttribute("editLink", GivenAnswers.link("/advisor", given));
		return assumptions;
	}

}
