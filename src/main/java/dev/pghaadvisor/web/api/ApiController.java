package dev.pghaadvisor.web.api;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

import dev.pghaadvisor.advice.Advisor;
import dev.pghaadvisor.advice.Consultation;
import dev.pghaadvisor.bundle.Bundle;
import dev.pghaadvisor.report.ReportView;
import dev.pghaadvisor.report.ReportWriter;
import dev.pghaadvisor.store.Created;
import dev.pghaadvisor.store.Reports;
import dev.pghaadvisor.store.StoredReport;
import dev.pghaadvisor.web.reports.FoundReport;
import dev.pghaadvisor.web.server.WebProperties;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The JSON API; docs are at /v3/api-docs. */
@RestController
@RequestMapping("/api/v1")
class ApiController {

	private static final String BEARER = "Bearer ";

	private static final MediaType ZIP = new MediaType("application", "zip");

	private final Advisor advisor;

	private final ReportWriter writer;

	private final Reports reports;

	private final WebProperties properties;

	ApiController(Advisor advisor, ReportWriter writer, Reports reports, WebProperties properties) {
		this.advisor = advisor;
		this.writer = writer;
		this.reports = reports;
		this.properties = properties;
	}

	@GetMapping("/questionnaire")
	QuestionnaireDocument questionnaire() {
		return QuestionnaireDocument.of(this.advisor.ruleBook());
	}

	@RequestShape.Taken
	@PostMapping(path = "/advice", consumes = MediaType.APPLICATION_JSON_VALUE)
	AdviceDocument advice(HttpServletRequest request) throws IOException {
		return AdviceDocument.of(consult(request));
	}

	@RequestShape.Taken
	@PostMapping(path = "/bundle.zip", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<byte[]> bundle(HttpServletRequest request) throws IOException {
		Consultation consultation = consult(request);
		if (!consultation.hasBundle()) {
			throw new NoBundleException(consultation.missing());
		}
		Bundle bundle = this.writer.bundle(consultation);
		return ResponseEntity.ok()
			.contentType(ZIP)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(bundle.name() + ".zip").build().toString())
			.body(bundle.zip());
	}

	@RequestShape.Taken
	@PostMapping(path = "/reports", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<CreatedDocument> create(HttpServletRequest request) throws IOException {
		Created created = this.reports.create(consult(request), true);
		URI location = URI.create(this.properties.link("/api/v1/reports/" + created.token()));
		return ResponseEntity.created(location)
			.body(new CreatedDocument(created.token(), this.properties.link("/r/" + created.token()),
					created.deletionToken()));
	}

	@GetMapping("/reports/{token}")
	StoredDocument report(@PathVariable String token) {
		StoredReport report = FoundReport.of(this.reports.find(token));
		return new StoredDocument(report.token(), this.properties.link("/r/" + report.token()), report.created(),
				report.rulesVersion(), report.generatorVersion(), report.answers(), report.inventory(), report.view());
	}

	@DeleteMapping("/reports/{token}")
	ResponseEntity<Void> delete(@PathVariable String token,
			@RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
		if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
			throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
		}
		HttpStatus status = switch (this.reports.delete(token, authorization.substring(BEARER.length()))) {
			case DONE -> HttpStatus.NO_CONTENT;
			case REFUSED -> HttpStatus.FORBIDDEN;
			case GONE -> HttpStatus.GONE;
			case UNKNOWN -> HttpStatus.NOT_FOUND;
		};
		if (status.isError()) {
			throw new ResponseStatusException(status);
		}
		return ResponseEntity.noContent().build();
	}

	private Consultation consult(HttpServletRequest request) throws IOException {
		ApiRequest body = ApiRequest.read(request);
		return this.advisor.consult(body.answers(), body.inventory());
	}

	record CreatedDocument(String token, String url, String deletionToken) {

	}

	record StoredDocument(String token, String url, Instant created, String rulesVersion, String generatorVersion,
			Map<String, String> answers, @Nullable Map<String, Object> inventory, ReportView report) {

	}

}
