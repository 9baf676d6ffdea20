package dev.pghaadvisor.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.pghaadvisor.questionnaire.InputError;
import dev.pghaadvisor.web.input.Printable;
import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a program sends: answers by question and an inventory, both optional.
 *
 * @param answers question to option, as given
 * @param inventory maps, lists, strings and numbers, as given
 */
record ApiRequest(Map<String, String> answers, Map<String, Object> inventory) {

	/** Far above the largest honest request, far below what would hurt. */
	static final int MOST_BYTES = 64 * 1024;

	private static final int DEEPEST = 16;

	/** Who gets this many wrong sends something else. */
	private static final int MOST_ERRORS = 20;

	private static final List<String> FIELDS = List.of("answers", "inventory");

	private static final JsonMapper JSON = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(DEEPEST)
				.maxStringLength(MOST_BYTES)
				.maxNumberLength(100)
				.build())
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.build())
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	/**
	 * Reads a request's body.
	 * @throws BodyTooLargeException if it is longer than {@link #MOST_BYTES}
	 * @throws BadRequestException if it is not JSON or not of the documented shape
	 * @throws IOException if the connection broke
	 */
	static ApiRequest read(HttpServletRequest request) throws IOException {
		try (InputStream body = request.getInputStream()) {
			byte[] bytes = body.readNBytes(MOST_BYTES + 1);
			if (bytes.length > MOST_BYTES) {
				throw new BodyTooLargeException();
			}
			return parse(bytes);
		}
	}

	static ApiRequest parse(byte[] bytes) {
		JsonNode root;
		try {
			root = JSON.readTree(bytes);
		}
		catch (JacksonException ex) {
			throw new BadRequestException("The body is not JSON that can be read here: " + where(ex), List
				.of(new InputError("", "Not valid JSON, or a key twice, or nested or long beyond reason", FIELDS)));
		}
		List<InputError> errors = new ArrayList<>();
		if (!root.isObject()) {
			errors.add(new InputError("", "A JSON object is needed", FIELDS));
			throw new BadRequestException("The body has to be a JSON object.", errors);
		}
		root.propertyNames()
			.stream()
			.filter((name) -> !FIELDS.contains(name))
			.forEach((name) -> errors.add(new InputError(Printable.of(name), "There is no such field", FIELDS)));
		Map<String, String> answers = answers(root.path("answers"), errors);
		Map<String, Object> inventory = inventory(root.path("inventory"), errors);
		if (!errors.isEmpty()) {
			throw new BadRequestException("The request does not have the documented shape.",
					errors.stream().limit(MOST_ERRORS).toList());
		}
		return new ApiRequest(answers, inventory);
	}

	private static Map<String, String> answers(JsonNode node, List<InputError> errors) {
		Map<String, String> answers = new LinkedHashMap<>();
		if (node.isMissingNode()) {
			return answers;
		}
		if (!node.isObject()) {
			errors.add(new InputError("answers", "An object of question ids to option ids is needed",
					List.of("{}", "{\"criticality\": \"internal\"}")));
			return answers;
		}
		node.properties().forEach((entry) -> {
			if (entry.getValue().isString()) {
				answers.put(entry.getKey(), entry.getValue().stringValue());
			}
			else {
				errors.add(new InputError("answers." + Printable.of(entry.getKey()),
						"Text is needed here: write the option in quotes", List.of("\"not-sure\"")));
			}
		});
		return answers;
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> inventory(JsonNode node, List<InputError> errors) {
		if (node.isMissingNode()) {
			return Map.of();
		}
		if (!node.isObject()) {
			errors.add(new InputError("inventory", "An object is needed", List.of("{}")));
			return Map.of();
		}
		return JSON.convertValue(node, LinkedHashMap.class);
	}

	private static String where(JacksonException ex) {
		return (ex.getLocation() == null) ? "at its start"
				: "line %d, column %d".formatted(ex.getLocation().getLineNr(), ex.getLocation().getColumnNr());
	}

}
