package dev.pghaadvisor.web;

import dev.pghaadvisor.report.Advisor;
import dev.pghaadvisor.report.Consultation;

import org.springframework.ui.Model;

/** What the pages that show a recommendation have in common. */
final class AdvicePage {

	private AdvicePage() {
	}

	static void fill(Model model, Advisor advisor, Consultation consultation) {
		model.addAttribute("view", advisor.view(consultation));
		model.addAttribute("hasBundle", consultation.hasBundle());
		model.addAttribute("editLink", GivenAnswers.link("/advisor", consultation.advice().answers().given()));
	}

}
