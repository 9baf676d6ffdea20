package dev.pghaadvisor.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.pghaadvisor.bundle.Bundle;
import dev.pghaadvisor.bundle.Bundles;
import dev.pghaadvisor.forecast.Assumptions;
import dev.pghaadvisor.forecast.Evidence;
import dev.pghaadvisor.forecast.Forecast;
import dev.pghaadvisor.forecast.Forecasts;
import dev.pghaadvisor.forecast.Measurements;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.PatroniTimers;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.plan.Synchronous;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.Design;
import dev.pghaadvisor.rules.Finding;
import dev.pghaadvisor.rules.RuleBook;
import dev.pghaadvisor.rules.Settings;
import org.jspecify.annotations.Nullable;

/** Takes answers all the way to a plan, forecasts, documents and files. */
public final class Advisor {

	private final RuleBook ruleBook;

	private final Documents documents;

	private final Recorded recorded;

	Advisor(RuleBook ruleBook, Documents documents, Measurements measurements) {
		this.ruleBook = ruleBook;
		this.documents = documents;
		this.recorded = Recorded.of(measurements, ruleBook);
	}

	/** What the lab recorded. */
	public Measurements measurements() {
		return this.recorded.measurements();
	}

	/** Whether evidence was recorded with other files than those that are made now. */
	public boolean withEarlierFiles(Evidence evidence) {
		return this.recorded.withEarlierFiles(evidence);
	}

	/** The rules in force. */
	public RuleBook ruleBook() {
		return this.ruleBook;
	}

	/**
	 * Judges raw answers and plans the cluster for a raw inventory, whose missing parts
	 * take example values.
	 * @throws dev.pghaadvisor.questionnaire.InvalidAnswersException if an answer is
	 * unknown
	 * @throws dev.pghaadvisor.plan.InvalidInventoryException if the inventory is wrong
	 */
	public Consultation consult(Map<String, String> answers, Map<String, ?> inventory) {
		Advice advice = this.ruleBook.advise(Answers.of(this.ruleBook.questionnaire(), answers));
		Design design = advice.design();
		if (design == null) {
			return new Consultation(advice, this.ruleBook.counterfactuals(advice.answers()), null, List.of(), Map.of(),
					advice.warnings());
		}
		ClusterPlan plan = ClusterPlan.of(advice, Inventory.parse(Shape.of(advice), inventory));
		Evidence.Timers timers = Evidence.Timers.of(plan);
		List<Forecast> forecasts = new ArrayList<>(this.recorded.beside(Forecasts.of(plan), plan.shape(), timers));
		Map<Design, List<String>> measured = new EnumMap<>(Design.class);
		measured.put(design, this.recorded.sentences(plan.shape(), timers));
		addTheOther(advice, design, forecasts, measured);
		List<Finding> warnings = new ArrayList<>(advice.warnings());
		Forecasts.rtoShortfall(plan).ifPresent(warnings::add);
		Forecasts.rpoShortfall(plan).ifPresent(warnings::add);
		return new Consultation(advice, this.ruleBook.counterfactuals(advice.answers()), plan, forecasts, measured,
				warnings);
	}

	/** The same consultation with every name and address replaced by its example. */
	public Consultation withExampleAddresses(Consultation consultation) {
		ClusterPlan plan = consultation.plan();
		if (plan == null) {
			return consultation;
		}
		ClusterPlan example = ClusterPlan.of(plan.advice(), plan.inventory().withExampleAddresses(plan.shape()));
		return new Consultation(consultation.advice(), consultation.counterfactuals(), example,
				consultation.forecasts(), consultation.measured(), consultation.warnings());
	}

	/** What the report shows, with what is usually assumed of a year. */
	public ReportView view(Consultation consultation) {
		return view(consultation, null);
	}

	/** The same with a reader's own assumptions. */
	public ReportView view(Consultation consultation, @Nullable Assumptions assumptions) {
		return ReportViews.of(consultation, this.ruleBook, assumptions);
	}

	/** What stands beside a question. */
	public Glance glance(Consultation consultation) {
		return Glance.of(consultation);
	}

	/** What other answers changed; empty if the answers are the same. */
	public Optional<Consequence> consequence(Map<String, String> before, Consultation now) {
		Consultation then = consult(before, Map.of());
		return then.advice().answers().given().equals(now.advice().answers().given()) ? Optional.empty()
				: Optional.of(Consequence.of(then, view(then), now, view(now)));
	}

	/**
	 * The files: equal input, equal bytes.
	 * @throws IllegalStateException if {@link Consultation#hasBundle()} is false
	 */
	public Bundle bundle(Consultation consultation) {
		ClusterPlan plan = consultation.plan();
		if (plan == null || !consultation.hasBundle()) {
			throw new IllegalStateException(String.join(" ", consultation.missing()));
		}
		ReportView view = view(consultation);
		Map<String, byte[]> pages = new LinkedHashMap<>();
		pages.put("report.html", this.documents.html(view));
		pages.put("report.md", this.documents.markdown(view));
		return Bundles.of(plan, pages);
	}

	/** What a stored report would say if it were made with today's rules. */
	public Reevaluation today(StoredReport report) {
		return Reevaluation.of(report, this);
	}

	/** Whether other rules or another version of this program made it. */
	public boolean isOutdated(StoredReport report) {
		return !report.rulesVersion().equals(this.ruleBook.version())
				|| !report.generatorVersion().equals(GeneratorVersion.current());
	}

	/** The report as one self-contained page. */
	public byte[] html(ReportView view) {
		return this.documents.html(view);
	}

	private void addTheOther(Advice advice, Design recommended, List<Forecast> forecasts,
			Map<Design, List<String>> measured) {
		Design other = (recommended == Design.SIMPLE) ? Design.FULL : Design.SIMPLE;
		Settings settings = this.ruleBook.advise(advice.answers(), other).settings();
		Shape shape = Shape.of(other, settings);
		PatroniTimers patroni = PatroniTimers.of(settings);
		Synchronous synchronous = Synchronous.of(settings);
		Evidence.Timers timers = Evidence.Timers.of(patroni, synchronous);
		forecasts.addAll(this.recorded.beside(Forecasts.of(shape, patroni, synchronous), shape, timers));
		measured.put(other, this.recorded.sentences(shape, timers));
	}

}
