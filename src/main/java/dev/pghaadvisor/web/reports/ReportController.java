package dev.pghaadvisor.web.reports;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.pghaadvisor.advice.Advisor;
import dev.pghaadvisor.advice.Consultation;
import dev.pghaadvisor.plan.InvalidInventoryException;
import dev.pghaadvisor.questionnaire.InputError;
import dev.pghaadvisor.report.ReportWriter;
import dev.pghaadvisor.store.Created;
import dev.pghaadvisor.store.Deletion;
import dev.pghaadvisor.store.Reports;
import dev.pghaadvisor.store.StoredReport;
import dev.pghaadvisor.web.input.GivenAnswers;
import dev.pghaadvisor.web.input.TypedInventory;
import dev.pghaadvisor.web.server.WebProperties;
import dev.pghaadvisor.web.wizard.AdvicePage;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Stores a report and shows it to whoever has the link. */
@Controller
class ReportController {

	private static final String DELETION_COOKIE = "deletion";

	private static final String REAL_ADDRESSES = "with";

	private final Advisor advisor;

	private final ReportWriter writer;

	private final Reports reports;

	private final AdvicePage page;

	private final WebProperties properties;

	ReportController(Advisor advisor, ReportWriter writer, Reports reports, AdvicePage page, WebProperties properties) {
		this.advisor = advisor;
		this.writer = writer;
		this.reports = reports;
		this.page = page;
		this.properties = properties;
	}

	@ModelAttribute
	void keepOutOfSearchEngines(HttpServletResponse response) {
		response.setHeader("X-Robots-Tag", "noindex, nofollow");
	}

	@PostMapping(path = "/reports", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	String create(@RequestParam MultiValueMap<String, String> typed, Model model, HttpServletResponse response) {
		GivenAnswers given = GivenAnswers.among(this.advisor.questionnaire(), typed);
		if (!given.replaced().isEmpty()) {
			// The rules have changed between page and answer: nothing is stored that was
			// not meant.
			return again(given, typed, List.of(), model, response);
		}
		Consultation consultation;
		try {
			consultation = this.advisor.consult(given.answers().given(), TypedInventory.json(typed));
		}
		catch (InvalidInventoryException ex) {
			return again(given, typed, ex.errors(), model, response);
		}
		Created created = this.reports.create(consultation, REAL_ADDRESSES.equals(typed.getFirst("addresses")));
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(DELETION_COOKIE, created.deletionToken())
					.path("/r/" + created.token())
					.httpOnly(true)
					.sameSite("Strict")
					.secure(this.properties.secure())
					.maxAge(Duration.ofDays(365))
					.build()
					.toString());
		response.setStatus(HttpStatus.SEE_OTHER.value());
		response.setHeader(HttpHeaders.LOCATION, "/r/" + created.token());
		return "created";
	}

	@GetMapping("/r/{token}")
	String report(@PathVariable String token,
			@CookieValue(name = DELETION_COOKIE, required = false) @Nullable String deletion, Model model) {
		StoredReport report = FoundReport.of(this.reports.find(token));
		model.addAttribute("view", report.view());
		model.addAttribute("token", token);
		model.addAttribute("link", this.properties.link("/r/" + token));
		model.addAttribute("local", this.properties.local());
		model.addAttribute("created", report.created());
		model.addAttribute("files", ListedFile.byHost(report.files()));
		model.addAttribute("fileCount", report.files().size());
		model.addAttribute("mine", deletion != null);
		model.addAttribute("again", again(report));
		model.addAttribute("today", this.writer.isOutdated(report.rulesVersion(), report.generatorVersion())
				? this.writer.today(report.earlier()) : null);
		return "report";
	}

	@GetMapping("/r/{token}/bundle.zip")
	ResponseEntity<byte[]> bundle(@PathVariable String token) {
		StoredReport report = FoundReport.of(this.reports.find(token));
		byte[] zip = report.zip();
		if (zip == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return download(zip, new MediaType("application", "zip"), report.fileName());
	}

	@GetMapping("/r/{token}/report.html")
	ResponseEntity<byte[]> document(@PathVariable String token) {
		StoredReport report = FoundReport.of(this.reports.find(token));
		byte[] page = report.files().get("report.html");
		return download((page != null) ? page : this.writer.html(report.view()), MediaType.TEXT_HTML, "report.html");
	}

	@GetMapping("/r/{token}/files/{*path}")
	ResponseEntity<byte[]> file(@PathVariable String token, @PathVariable String path) {
		byte[] file = FoundReport.of(this.reports.find(token)).files().get(path.replaceFirst("^/", ""));
		if (file == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		String name = path.substring(path.lastIndexOf('/') + 1);
		return ResponseEntity.ok()
			.contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(name).build().toString())
			.body(file);
	}

	/** The way back for who opens the address of the form that was sent. */
	@GetMapping("/reports")
	String backToTheQuestions() {
		return "redirect:/advisor";
	}

	@GetMapping("/deleted")
	String deleted() {
		return "deleted";
	}

	@PostMapping("/r/{token}/delete")
	String delete(@PathVariable String token,
			@CookieValue(name = DELETION_COOKIE, required = false) @Nullable String deletion,
			HttpServletResponse response) {
		Deletion result = this.reports.delete(token, (deletion != null) ? deletion : "");
		switch (result) {
			case DONE, GONE -> {
				response.setStatus(HttpStatus.SEE_OTHER.value());
				response.setHeader(HttpHeaders.LOCATION, (result == Deletion.DONE) ? "/deleted" : "/r/" + token);
			}
			case REFUSED -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
			case UNKNOWN -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return "created";
	}

	private String again(GivenAnswers given, MultiValueMap<String, String> typed, List<InputError> errors, Model model,
			HttpServletResponse response) {
		model.addAttribute("addresses", typed.getFirst("addresses"));
		response.setStatus(HttpStatus.BAD_REQUEST.value());
		return this.page.showWithErrors(given, typed, errors, model);
	}

	/** Answers, names and addresses as hidden fields: they belong into no link. */
	private static Map<String, String> again(StoredReport report) {
		Map<String, String> fields = new LinkedHashMap<>(report.answers());
		Map<String, Object> inventory = report.inventory();
		if (inventory != null) {
			fields.putAll(TypedInventory.fields(inventory));
		}
		return fields;
	}

	private static ResponseEntity<byte[]> download(byte[] bytes, MediaType type, String name) {
		return ResponseEntity.ok()
			.contentType(type)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(bytes);
	}

}
