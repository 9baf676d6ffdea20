package dev.pghaadvisor.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import dev.pghaadvisor.advice.Advisor;
import dev.pghaadvisor.advice.Consultation;
import dev.pghaadvisor.plan.InvalidInventoryException;
import dev.pghaadvisor.questionnaire.InputError;
import dev.pghaadvisor.report.ReportWriter;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Starts again from what was decided before: from a report, or from the answers.yaml of a
 * bundle. Nothing is stored, and names and addresses are in no link.
 */
@Controller
class AgainController {

	private final Advisor advisor;

	private final ReportWriter writer;

	private final HomeController home;

	AgainController(Advisor advisor, ReportWriter writer, HomeController home) {
		this.advisor = advisor;
		this.writer = writer;
		this.home = home;
	}

	@PostMapping(path = "/advice", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	String fromReport(@RequestParam MultiValueMap<String, String> typed, Model model) {
		return show(GivenAnswers.among(this.advisor.ruleBook().questionnaire(), typed), typed, model);
	}

	@PostMapping(path = "/advice", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	String fromFile(@RequestParam("file") MultipartFile file, Model model, HttpServletResponse response)
			throws IOException {
		SavedAnswers saved;
		try {
			saved = SavedAnswers.read(new String(file.getBytes(), StandardCharsets.UTF_8));
		}
		catch (IllegalArgumentException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			model.addAttribute("fileError", ex.getMessage());
			return this.home.home(model);
		}
		GivenAnswers given = GivenAnswers.of(this.advisor.ruleBook().questionnaire(), saved.answers());
		return show(given.with(InventoryForm.unknown(saved.typed())), saved.typed(), model);
	}

	private String show(GivenAnswers given, MultiValueMap<String, String> typed, Model model) {
		Consultation consultation;
		List<InputError> errors = List.of();
		try {
			consultation = this.advisor.consult(given.answers().given(), InventoryForm.json(typed));
		}
		catch (InvalidInventoryException ex) {
			errors = ex.errors();
			consultation = this.advisor.consult(given.answers().given(), Map.of());
		}
		AdvicePage.fill(model, this.writer, consultation, typed);
		model.addAttribute("replaced", given.replaced());
		model.addAttribute("current", given.answers().given());
		model.addAttribute("form", InventoryForm.of(consultation.plan(), typed, errors));
		return "advice";
	}

}
