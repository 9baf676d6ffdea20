package dev.pghaadvisor.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

import dev.pghaadvisor.advice.Advisor;
import dev.pghaadvisor.advice.Consultation;
import dev.pghaadvisor.plan.InvalidInventoryException;
import dev.pghaadvisor.questionnaire.Question;
import dev.pghaadvisor.questionnaire.Questionnaire;

/**
 * What an earlier report would say if it were made today. The earlier one stays as it is.
 *
 * @param notes answers or inventories that today's rules do not understand
 * @param differences what would be different, the recommendation first
 */
public record Reevaluation(List<String> notes, List<Difference> differences) {

	public Reevaluation {
		notes = List.copyOf(notes);
		differences = List.copyOf(differences);
	}

	static Reevaluation of(EarlierReport report, Advisor advisor, ReportWriter writer) {
		List<String> notes = new ArrayList<>();
		Map<String, String> answers = understood(report.answers(), advisor.questionnaire(), notes);
		Consultation today = consult(report, answers, advisor, notes);
		ReportView then = report.view();
		ReportView now = writer.view(today);
		List<Difference> differences = new ArrayList<>();
		if (!then.headline().equals(now.headline())) {
			differences.add(new Difference("Recommendation", then.headline(), now.headline()));
		}
		differences.addAll(Differences.between("Setting ", Differences.settings(then), Differences.settings(now)));
		differences.addAll(Differences.between("Blocker: ", Differences.notices(then.blockers()),
				Differences.notices(now.blockers())));
		differences.addAll(Differences.between("Risk: ", Differences.notices(then.warnings()),
				Differences.notices(now.warnings())));
		if (notes.isEmpty()) {
			files(report.files(), today, writer, differences);
		}
		return new Reevaluation(notes, differences);
	}

	private static Map<String, String> understood(Map<String, String> earlier, Questionnaire questionnaire,
			List<String> notes) {
		Map<String, String> answers = new LinkedHashMap<>();
		earlier.forEach((id, option) -> {
			Question question = questionnaire.questions()
				.stream()
				.filter((candidate) -> candidate.id().equals(id))
				.findFirst()
				.orElse(null);
			if (question == null) {
				notes.add("The question \"" + id + "\" is no longer asked.");
			}
			else if (!question.accepts(option)) {
				notes.add("\"%s\" is no longer an answer to \"%s\"; %s is used instead.".formatted(option,
						question.text(), question.option(question.defaultOption()).label()));
			}
			else {
				answers.put(id, option);
			}
		});
		return answers;
	}

	private static Consultation consult(EarlierReport report, Map<String, String> answers, Advisor advisor,
			List<String> notes) {
		Map<String, Object> inventory = report.inventory();
		try {
			return advisor.consult(answers, (inventory != null) ? inventory : Map.of());
		}
		catch (InvalidInventoryException ex) {
			notes.add("The names and addresses no longer fit; example values are used instead.");
			return advisor.consult(answers, Map.of());
		}
	}

	private static void files(SortedMap<String, byte[]> then, Consultation today, ReportWriter writer,
			List<Difference> differences) {
		Map<String, byte[]> now = new LinkedHashMap<>();
		if (today.hasBundle()) {
			writer.bundle(today).files().forEach((path, file) -> now.put(path, file.bytes()));
		}
		Set<String> paths = new TreeSet<>(then.keySet());
		paths.addAll(now.keySet());
		for (String path : paths) {
			byte[] before = then.get(path);
			byte[] after = now.get(path);
			if (!Arrays.equals(before, after)) {
				differences.add(new Difference("File " + path, (before != null) ? "there" : Difference.ABSENT,
						(after == null) ? Difference.ABSENT : (before != null) ? "other content" : "new"));
			}
		}
	}

}
