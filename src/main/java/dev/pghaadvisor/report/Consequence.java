package dev.pghaadvisor.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.pghaadvisor.advice.Consultation;
import dev.pghaadvisor.advice.Glance;
import dev.pghaadvisor.plan.Balancer;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.Footprint;
import dev.pghaadvisor.questionnaire.Answer;
import dev.pghaadvisor.questionnaire.AnswerSource;
import dev.pghaadvisor.questionnaire.Answers;
import org.jspecify.annotations.Nullable;

/**
 * What other answers changed, in words.
 *
 * @param asked the question with the new answer and the old one
 * @param effect what follows, as the end of that sentence
 * @param details what the sentence only counts, one line each
 */
public record Consequence(String asked, String effect, List<String> details) {

	/** Said in words of their own. */
	private static final Set<String> SAID_ELSEWHERE = Set.of(Entry.CHOICE.id(), Balancer.CHOICE.id(),
			Footprint.CHOICE.id());

	private static final int MOST_SETTINGS_IN_A_SENTENCE = 2;

	public Consequence {
		details = List.copyOf(details);
	}

	/**
	 * Compares two consultations about different answers.
	 * @param then before the answers changed, with its view
	 * @param now after it
	 */
	static Consequence of(Consultation then, ReportView thenView, Consultation now, ReportView nowView) {
		List<String> details = new ArrayList<>();
		String effect = (now.plan() == null) ? blocked(thenView, nowView, details) : (then.plan() == null)
				? "made a design possible again: the " + nowView.design() + " one, " + now.glance().hosts() + " hosts."
				: planned(then, thenView, now, nowView, details);
		return new Consequence(asked(then.advice().answers(), now.advice().answers()), effect, details);
	}

	/** Question and answers, if it was one or two of them, else their number. */
	private static String asked(Answers then, Answers now) {
		List<String> asked = new ArrayList<>();
		for (Answer answer : now.all()) {
			String before = label(then.answer(answer.question().id()));
			String after = label(answer);
			if (!before.equals(after)) {
				asked.add("%s “%s” instead of “%s”".formatted(answer.question().text(), after, before));
			}
		}
		return (asked.size() > 2) ? asked.size() + " other answers" : String.join(" and ", asked);
	}

	private static String label(Answer answer) {
		return (answer.source() == AnswerSource.ASSUMED) ? "Not sure" : answer.option().label();
	}

	private static String blocked(ReportView then, ReportView now, List<String> details) {
		List<Difference> blockers = Differences.between("", Differences.notices(then.blockers()),
				Differences.notices(now.blockers()));
		if (then.design() != null) {
			return "ruled every design out: "
					+ sentence(now.blockers().stream().map(ReportView.Notice::message).toList());
		}
		if (blockers.isEmpty()) {
			return "changed nothing: still no design fits.";
		}
		news("Also in the way: ", "No longer in the way: ", blockers, details);
		return "still left no design, for other reasons.";
	}

	private static String planned(Consultation then, ReportView thenView, Consultation now, ReportView nowView,
			List<String> details) {
		List<String> parts = new ArrayList<>();
		shape(then.glance(), now.glance(), parts);
		etcd(then.plan(), now.plan(), parts);
		counted("reason", Differences.between("", Differences.reasons(thenView), Differences.reasons(nowView)), parts,
				details);
		counted("warning", Differences.between("", Differences.notices(thenView.warnings()),
				Differences.notices(nowView.warnings())), parts, details);
		settings(Differences.between("", settings(thenView), settings(nowView)), parts, details);
		String first = (then.advice().design() != now.advice().design())
				? "gave the %s design instead of the %s one".formatted(nowView.design(), thenView.design())
				: parts.isEmpty() ? "changed nothing" : "kept the " + nowView.design() + " design";
		parts.add(0, first);
		return sentence(parts);
	}

	private static void shape(Glance then, Glance now, List<String> parts) {
		if (now.hosts() != then.hosts()) {
			parts.add(now.hosts() + " hosts instead of " + then.hosts());
		}
		Map<String, Integer> before = programs(then);
		Map<String, Integer> after = programs(now);
		after.keySet()
			.stream()
			.filter((name) -> !before.containsKey(name))
			.forEach((name) -> parts.add(name + " is added"));
		before.keySet()
			.stream()
			.filter((name) -> !after.containsKey(name))
			.forEach((name) -> parts.add(name + " is not needed"));
		if (!now.entry().equals(then.entry())) {
			parts.add("clients come in by " + now.entry());
		}
		if (!now.outage().equals(then.outage())) {
			parts.add("write outage at worst " + now.outage() + " instead of " + then.outage());
		}
	}

	/** The number of hosts does not say whether etcd shares them. */
	private static void etcd(@Nullable ClusterPlan then, @Nullable ClusterPlan now, List<String> parts) {
		if (then == null || now == null) {
			return;
		}
		boolean before = then.shape().etcdBesideDatabases();
		boolean after = now.shape().etcdBesideDatabases();
		if (before != after) {
			parts.add(after ? "etcd moves onto the database hosts" : "etcd gets hosts of its own");
		}
	}

	private static Map<String, Integer> programs(Glance glance) {
		return glance.programs()
			.stream()
			.collect(Collectors.toMap(Glance.Program::name, Glance.Program::count, (one, other) -> one,
					LinkedHashMap::new));
	}

	/** Counts them in the sentence; the details say what they are. */
	private static void counted(String kind, List<Difference> differences, List<String> parts, List<String> details) {
		int added = 0;
		int gone = 0;
		for (Difference difference : differences) {
			added += difference.isAdded() ? 1 : 0;
			gone += difference.isGone() ? 1 : 0;
		}
		number(added, "new " + kind, "", parts);
		number(gone, kind, " less", parts);
		number(differences.size() - added - gone, kind, " with other numbers", parts);
		news("New " + kind + ": ", "No longer a " + kind + ": ", differences, details);
	}

	private static void number(int number, String kind, String end, List<String> parts) {
		if (number > 0) {
			parts.add(number + " " + kind + ((number > 1) ? "s" : "") + end);
		}
	}

	private static void news(String added, String gone, List<Difference> differences, List<String> details) {
		for (Difference difference : differences) {
			details.add(difference.isGone() ? gone + difference.then()
					: difference.isAdded() ? added + difference.now() : "Now: " + difference.now());
		}
	}

	private static Map<String, String> settings(ReportView view) {
		Map<String, String> settings = Differences.settings(view);
		settings.keySet().removeAll(SAID_ELSEWHERE);
		return settings;
	}

	private static void settings(List<Difference> differences, List<String> parts, List<String> details) {
		if (differences.isEmpty()) {
			return;
		}
		if (differences.size() <= MOST_SETTINGS_IN_A_SENTENCE) {
			differences.forEach((difference) -> parts.add(setting(difference)));
			return;
		}
		parts.add(differences.size() + " settings have other values");
		details
			.add("Settings: " + differences.stream().map(Consequence::setting).collect(Collectors.joining(", ")) + ".");
	}

	private static String setting(Difference difference) {
		return difference.isGone() ? difference.what() + " is left out"
				: difference.isAdded() ? difference.what() + " is set to " + difference.now()
						: "%s %s instead of %s".formatted(difference.what(), difference.now(), difference.then());
	}

	private static String sentence(List<String> parts) {
		String sentence = String.join("; ", parts);
		return sentence.endsWith(".") ? sentence : sentence + ".";
	}

}
