package dev.pghaadvisor.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.pghaadvisor.advice.Consultation;
import dev.pghaadvisor.forecast.Assumptions;
import dev.pghaadvisor.forecast.Availability;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Reads;
import dev.pghaadvisor.plan.Role;
import dev.pghaadvisor.questionnaire.Answer;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.questionnaire.Option;
import dev.pghaadvisor.questionnaire.Question;
import dev.pghaadvisor.questionnaire.Questionnaire;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.Counterfactual;
import dev.pghaadvisor.rules.Design;
import dev.pghaadvisor.rules.Effect;
import dev.pghaadvisor.rules.Finding;
import dev.pghaadvisor.rules.NearMiss;
import org.jspecify.annotations.Nullable;

/** Puts a consultation into the words and numbers that a report shows. */
final class ReportViews {

	/** Nobody may overlook that traffic is not encrypted until it is. */
	private static final String FIRST_WARNING = "encryption-by-hand";

	private ReportViews() {
	}

	/** With what is usually assumed of a year, or with a reader's own assumptions. */
	static ReportView of(Consultation consultation, @Nullable Assumptions assumptions) {
		Advice advice = consultation.advice();
		Questionnaire questionnaire = advice.answers().questionnaire();
		ClusterPlan plan = consultation.plan();
		Design design = advice.design();
		return new ReportView(ReportView.SCHEMA, (design != null) ? design.id() : null, Wording.headline(design),
				Wording.summary((plan != null) ? plan.shape() : null),
				(plan != null) ? plan.inventory().cluster().value() : "",
				advice.answers().all().stream().map(ReportViews::answer).toList(), reasons(advice, questionnaire),
				advice.nearMisses().stream().map((near) -> almost(near, questionnaire)).toList(),
				changes(consultation.counterfactuals(), advice.answers()), warnings(consultation),
				advice.blockers().stream().map(ReportViews::notice).toList(), Sides.of(consultation),
				LadderTable.of(consultation), LadderTable.rebuild(plan), machines(plan), ports(plan),
				settings(plan, advice), budget(plan, assumptions), Steps.of(consultation), consultation.missing(),
				(plan != null) ? Drawing.draw(plan) : "", advice.rulesVersion(), GeneratorVersion.current());
	}

	private static ReportView.GivenAnswer answer(Answer answer) {
		String source = switch (answer.source()) {
			case GIVEN -> "given";
			case DEFAULTED -> "default";
			case ASSUMED -> "assumed";
		};
		return new ReportView.GivenAnswer(answer.question().id(), answer.question().text(), answer.option().id(),
				answer.option().label(), answer.option().meaning(), source);
	}

	/** What decided: everything that fired except settings, which have a table. */
	private static List<ReportView.Reason> reasons(Advice advice, Questionnaire questionnaire) {
		return advice.findings()
			.stream()
			.filter((finding) -> finding.effect().decides() && !(finding.effect() instanceof Effect.Block))
			// Where nothing can be built, weights would argue for what cannot.
			.filter((finding) -> advice.design() != null || !(finding.effect() instanceof Effect.Favour))
			.map((finding) -> new ReportView.Reason(finding.rule(),
					finding.effect().word() + " " + finding.effect().detail(), finding.because(),
					said(finding.answers(), advice.answers()), finding.sources()))
			.toList();
	}

	/** The same words, with those that nobody said marked. */
	private static List<String> said(Map<String, String> answers, Answers given) {
		return answers.entrySet()
			.stream()
			.map((entry) -> Wording.answer(entry.getKey(), entry.getValue(), given.questionnaire())
					+ switch (given.answer(entry.getKey()).source()) {
						case GIVEN -> "";
						case DEFAULTED -> " (assumed, nobody answered)";
						case ASSUMED -> " (assumed, you were not sure)";
					})
			.toList();
	}

	private static ReportView.AlmostFired almost(NearMiss near, Questionnaire questionnaire) {
		return new ReportView.AlmostFired(near.rule(), near.because(), words(near.missing(), questionnaire));
	}

	/** Those that are near come first; if none is, they all count as near. */
	private static List<ReportView.Change> changes(List<Counterfactual> counterfactuals, Answers answers) {
		List<ReportView.Change> changes = counterfactuals.stream()
			.map((one) -> change(one, answers))
			.sorted(Comparator.comparing((one) -> !Boolean.TRUE.equals(one.near())))
			.toList();
		return changes.stream().anyMatch((one) -> Boolean.TRUE.equals(one.near())) ? changes
				: changes.stream()
					.map((one) -> new ReportView.Change(one.words(), one.answers(), one.outcome(), true))
					.toList();
	}

	private static ReportView.Change change(Counterfactual counterfactual, Answers answers) {
		return new ReportView.Change(words(counterfactual.change(), answers.questionnaire()),
				answers.with(counterfactual.change()).given(), Wording.outcome(counterfactual.design()),
				isNear(counterfactual, answers));
	}

	/** What may be different tomorrow: one circumstance, or one demand by one step. */
	private static boolean isNear(Counterfactual counterfactual, Answers answers) {
		if (counterfactual.change().size() > 1) {
			return false;
		}
		Map.Entry<String, String> change = counterfactual.change().entrySet().iterator().next();
		Answer given = answers.answer(change.getKey());
		List<String> options = given.question().options().stream().map(Option::id).toList();
		return given.question().kind() == Question.Kind.CIRCUMSTANCE
				|| Math.abs(options.indexOf(change.getValue()) - options.indexOf(given.option().id())) == 1;
	}

	private static List<ReportView.Notice> warnings(Consultation consultation) {
		return consultation.warnings()
			.stream()
			.sorted(Comparator.comparing(ReportViews::rank))
			.map(ReportViews::notice)
			.toList();
	}

	/** A demand that is missed comes before every other risk. */
	private static int rank(Finding finding) {
		return (finding.effect() instanceof Effect.Miss) ? 0 : finding.rule().equals(FIRST_WARNING) ? 1 : 2;
	}

	private static ReportView.Notice notice(Finding finding) {
		return new ReportView.Notice(finding.rule(), finding.message(), finding.because(), finding.change(),
				finding.sources(), finding.effect() instanceof Effect.Miss);
	}

	private static List<ReportView.Machine> machines(@Nullable ClusterPlan plan) {
		return (plan == null) ? List.of()
				: plan.hosts()
					.stream()
					.map((host) -> new ReportView.Machine(host.name().value(), host.address().value(),
							host.roles().stream().map(Role::id).toList(), Objects.toString(plan.site(host), "")))
					.toList();
	}

	private static List<ReportView.Port> ports(@Nullable ClusterPlan plan) {
		return (plan == null) ? List.of()
				: plan.flows()
					.stream()
					.map((flow) -> new ReportView.Port(flow.from().title(), flow.to().title(),
							(flow.port() == 0) ? "IP protocol 112 (VRRP)" : flow.port() + "/" + flow.protocol(),
							flow.purpose()))
					.toList();
	}

	private static List<ReportView.Chosen> settings(@Nullable ClusterPlan plan, Advice advice) {
		if (plan == null) {
			return List.of();
		}
		List<ReportView.Chosen> settings = new ArrayList<>();
		// Sorted, so that equal answers make equal bytes.
		Set<String> written = plan.postgres()
			.settings()
			.stream()
			.map((setting) -> setting.name())
			.collect(Collectors.toSet());
		// What only a part reads that this cluster does not have decides nothing here.
		Set<String> idle = plan.parts()
			.stream()
			.filter((part) -> !part.isIn(plan.shape(), plan.advice().settings()))
			.flatMap((part) -> part.choices().stream())
			.map((choice) -> choice.id())
			.collect(Collectors.toSet());
		// Where readers go without a replica is the balancer's own affair.
		if (plan.readsThroughBalancer()) {
			idle.remove(Reads.OLDEST.id());
		}
		new TreeMap<>(advice.settings().asMap()).forEach((name, value) -> {
			if (!written.contains(name.replace('-', '_')) && !idle.contains(name)) {
				settings.add(new ReportView.Chosen(name, value, advice.settings().reason(name).because()));
			}
		});
		plan.postgres()
			.settings()
			.forEach((setting) -> settings
				.add(new ReportView.Chosen(setting.name(), setting.value(), setting.because())));
		return settings;
	}

	private static ReportView.@Nullable Budget budget(@Nullable ClusterPlan plan, @Nullable Assumptions assumptions) {
		if (plan == null) {
			return null;
		}
		Availability availability = (assumptions != null) ? Availability.of(plan, assumptions) : Availability.of(plan);
		return new ReportView.Budget(availability.target(), availability.budgetSeconds(), availability.machineSeconds(),
				availability.peopleSeconds(), availability.percent(), availability.fits(),
				availability.terms()
					.stream()
					.map((term) -> new ReportView.Assumed(term.event(), term.perYear(), term.seconds(), term.people()))
					.toList());
	}

	/** Question and answer in words; a rule may name several options with commas. */
	private static List<String> words(Map<String, String> answers, Questionnaire questionnaire) {
		return answers.entrySet()
			.stream()
			.map((entry) -> Wording.answer(entry.getKey(), entry.getValue(), questionnaire))
			.toList();
	}

}
