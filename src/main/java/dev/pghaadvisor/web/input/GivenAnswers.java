package dev.pghaadvisor.web.input;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.questionnaire.Question;
import dev.pghaadvisor.questionnaire.Questionnaire;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Answers out of a query string. A link may be old or mistyped: what is not understood
 * takes its default and is named, and never stops the page.
 *
 * @param answers what was understood, completed with defaults
 * @param replaced what was not, one sentence each
 * @param canonical whether the query string says no more than it must
 */
public record GivenAnswers(Answers answers, List<String> replaced, boolean canonical) {

	/** The parameter beside the answers that says which questions are shown. */
	public static final String STEP = "step";

	/** Reads a query string. */
	public static GivenAnswers of(Questionnaire questionnaire, MultiValueMap<String, String> query) {
		Map<String, String> raw = new LinkedHashMap<>();
		List<String> replaced = new ArrayList<>();
		boolean superfluous = false;
		for (Question question : questionnaire.questions()) {
			List<String> values = query.getOrDefault(question.id(), List.of());
			if (values.isEmpty()) {
				continue;
			}
			String value = values.get(0);
			if (question.accepts(value)) {
				raw.put(question.id(), value);
				superfluous |= value.equals(question.defaultOption()) || values.size() > 1;
			}
			else {
				replaced.add("\"%s\" is not an answer to \"%s\"; %s is used instead.".formatted(Printable.of(value),
						question.text(), question.option(question.defaultOption()).label()));
			}
		}
		query.keySet()
			.stream()
			.filter((name) -> !name.equals(STEP)
					&& questionnaire.questions().stream().noneMatch((question) -> question.id().equals(name)))
			.limit(5)
			.forEach((name) -> replaced.add("There is no question \"" + Printable.of(name) + "\"; it is left out."));
		return new GivenAnswers(Answers.of(questionnaire, raw), replaced, !superfluous);
	}

	/** These answers with more to say about what was not understood. */
	public GivenAnswers with(List<String> alsoReplaced) {
		List<String> all = new ArrayList<>(this.replaced);
		all.addAll(alsoReplaced);
		return new GivenAnswers(this.answers, all, this.canonical);
	}

	/** Reads a form that carries names and addresses besides the answers. */
	public static GivenAnswers among(Questionnaire questionnaire, MultiValueMap<String, String> typed) {
		MultiValueMap<String, String> answers = new LinkedMultiValueMap<>(typed);
		answers.keySet()
			.removeIf((name) -> questionnaire.questions().stream().noneMatch((question) -> question.id().equals(name)));
		return of(questionnaire, answers);
	}

	/**
	 * The address of a page with these parameters. Values may be anything that somebody
	 * typed, braces among them.
	 */
	public static String link(String path, Map<String, String> given) {
		UriComponentsBuilder builder = UriComponentsBuilder.fromPath(path);
		given.forEach((name, value) -> builder.queryParam(encoded(name), encoded(value)));
		return builder.build(true).toUriString();
	}

	private static String encoded(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

}
