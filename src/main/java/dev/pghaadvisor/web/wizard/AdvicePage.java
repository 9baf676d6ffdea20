package dev.pghaadvisor.web.wizard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.pghaadvisor.advice.Advisor;
import dev.pghaadvisor.advice.Consultation;
import dev.pghaadvisor.plan.InvalidInventoryException;
import dev.pghaadvisor.questionnaire.InputError;
import dev.pghaadvisor.report.ReportWriter;
import dev.pghaadvisor.web.input.GivenAnswers;
import dev.pghaadvisor.web.input.TypedInventory;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** The page that shows a recommendation and asks for names and addresses. */
@Component
public class AdvicePage {

	private final Advisor advisor;

	private final ReportWriter writer;

	AdvicePage(Advisor advisor, ReportWriter writer) {
		this.advisor = advisor;
		this.writer = writer;
	}

	/**
	 * Shows what follows from answers and an inventory, whatever is wrong with it.
	 * @param typed the fields of the inventory, and a reader's assumptions about a year
	 */
	public String show(GivenAnswers given, MultiValueMap<String, String> typed, Model model) {
		try {
			return show(given, typed, List.of(), TypedInventory.json(typed), model);
		}
		catch (InvalidInventoryException ex) {
			return showWithErrors(given, typed, ex.errors(), model);
		}
	}

	/**
	 * Shows what follows from answers and the example inventory, with each error beside
	 * what was typed.
	 */
	public String showWithErrors(GivenAnswers given, MultiValueMap<String, String> typed, List<InputError> errors,
			Model model) {
		return show(given, typed, errors, Map.of(), model);
	}

	private String show(GivenAnswers given, MultiValueMap<String, String> typed, List<InputError> errors,
			Map<String, Object> inventory, Model model) {
		Consultation consultation = this.advisor.consult(given.answers().given(), inventory);
		fill(given, consultation, typed, model);
		model.addAttribute("form", InventoryForm.of(consultation.plan(), typed, errors));
		return "advice";
	}

	/**
	 * Fills in what every page with a recommendation shows.
	 * @param query where a reader's assumptions about a year may be among other things
	 */
	AssumptionForm fill(GivenAnswers given, Consultation consultation, MultiValueMap<String, String> query,
			Model model) {
		AssumptionForm assumptions = AssumptionForm.of(consultation.plan(), query);
		Map<String, String> carried = new LinkedHashMap<>(consultation.given());
		carried.putAll(assumptions.carried());
		model.addAttribute("view", this.writer.view(consultation, assumptions.assumptions()));
		model.addAttribute("assumptions", assumptions);
		model.addAttribute("usualLink", GivenAnswers.link("/advice", consultation.given()) + "#availability");
		model.addAttribute("hasBundle", consultation.hasBundle());
		model.addAttribute("editLink", GivenAnswers.link("/advisor", carried));
		model.addAttribute("replaced", given.replaced());
		model.addAttribute("current", given.answers().given());
		return assumptions;
	}

}
