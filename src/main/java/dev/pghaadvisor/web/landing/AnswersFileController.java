package dev.pghaadvisor.web.landing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import dev.pghaadvisor.advice.Advisor;
import dev.pghaadvisor.web.input.GivenAnswers;
import dev.pghaadvisor.web.input.TypedInventory;
import dev.pghaadvisor.web.wizard.AdvicePage;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Starts again from the answers.yaml of a bundle. Nothing is stored, and names and
 * addresses are in no link.
 */
@Controller
class AnswersFileController {

	private final Advisor advisor;

	private final HomeController home;

	private final AdvicePage page;

	AnswersFileController(Advisor advisor, HomeController home, AdvicePage page) {
		this.advisor = advisor;
		this.home = home;
		this.page = page;
	}

	@PostMapping(path = "/advice", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	String load(@RequestParam("file") MultipartFile file, Model model, HttpServletResponse response)
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
		GivenAnswers given = GivenAnswers.of(this.advisor.questionnaire(), saved.answers());
		return this.page.show(given.with(TypedInventory.unknown(saved.typed())), saved.typed(), model);
	}

}
