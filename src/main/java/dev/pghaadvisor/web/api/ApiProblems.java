package dev.pghaadvisor.web.api;

import java.util.List;

import dev.pghaadvisor.plan.InvalidInventoryException;
import dev.pghaadvisor.questionnaire.InputError;
import dev.pghaadvisor.questionnaire.InvalidAnswersException;
import dev.pghaadvisor.web.input.Printable;
import dev.pghaadvisor.web.server.StatusWords;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

/** Says what was wrong with a request, where, and what would be valid (RFC 9457). */
@RestControllerAdvice(assignableTypes = ApiController.class)
class ApiProblems {

	@ExceptionHandler
	ResponseEntity<ProblemDetail> answers(InvalidAnswersException ex) {
		List<InputError> errors = ex.errors()
			.stream()
			.map((error) -> new InputError("answers." + Printable.of(error.field()), error.message(), error.valid()))
			.toList();
		return problem(HttpStatus.BAD_REQUEST, "Some answers are not options of the questionnaire.", errors);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> inventory(InvalidInventoryException ex) {
		List<InputError> errors = ex.errors()
			.stream()
			.map((error) -> new InputError("inventory." + Printable.of(error.field()), error.message(), error.valid()))
			.toList();
		return problem(HttpStatus.BAD_REQUEST, "The inventory cannot be used as it is.", errors);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> badRequest(BadRequestException ex) {
		return problem(HttpStatus.BAD_REQUEST, String.valueOf(ex.getMessage()), ex.errors());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> tooLarge(BodyTooLargeException ex) {
		return problem(HttpStatus.CONTENT_TOO_LARGE, String.valueOf(ex.getMessage()), List.of());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> noBundle(NoBundleException ex) {
		return problem(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(ex.getMessage()), List.of());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> status(ResponseStatusException ex) {
		HttpStatus status = HttpStatus.valueOf(ex.getStatusCode().value());
		if (status != HttpStatus.UNAUTHORIZED) {
			return problem(status, StatusWords.of(status), List.of());
		}
		ResponseEntity<ProblemDetail> problem = problem(status, "Send the report's deletion token as a bearer token.",
				List.of());
		return ResponseEntity.status(status)
			.headers(problem.getHeaders())
			.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
			.body(problem.getBody());
	}

	private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail, List<InputError> errors) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setProperty("errors", errors);
		return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}

}
