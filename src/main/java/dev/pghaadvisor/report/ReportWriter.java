package dev.pghaadvisor.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.pghaadvisor.advice.Advisor;
import dev.pghaadvisor.advice.Consultation;
import dev.pghaadvisor.bundle.Bundle;
import dev.pghaadvisor.forecast.Assumptions;
import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.ClusterPlan;
import org.jspecify.annotations.Nullable;

/** Puts consultations into words: what pages show, documents, and the files with them. */
public final class ReportWriter {

	private final Advisor advisor;

	private final Documents documents = new Documents();

	/** Writes about what this advisor says. */
	public ReportWriter(Advisor advisor) {
		this.advisor = advisor;
	}

	/** What the report shows, with what is usually assumed of a year. */
	public ReportView view(Consultation consultation) {
		return view(consultation, null);
	}

	/** What the report shows, with a reader's own assumptions of a year. */
	public ReportView view(Consultation consultation, @Nullable Assumptions assumptions) {
		return ReportViews.of(consultation, assumptions);
	}

	/** The report as one self-contained page. */
	public byte[] html(ReportView view) {
		return this.documents.html(view);
	}

	/**
	 * The files with the report among them: equal input, equal bytes.
	 * @throws IllegalStateException if {@link Consultation#hasBundle()} is false
	 */
	public Bundle bundle(Consultation consultation) {
		ClusterPlan plan = consultation.plan();
		if (plan == null) {
			throw new IllegalStateException(String.join(" ", consultation.missing()));
		}
		ReportView view = view(consultation);
		Map<String, byte[]> pages = new LinkedHashMap<>();
		pages.put("report.html", this.documents.html(view));
		pages.put("report.md", this.documents.markdown(view));
		return Parts.bundle(plan, pages);
	}

	/** What other answers changed; empty if the answers are the same. */
	public Optional<Consequence> consequence(Map<String, String> before, Consultation now) {
		Consultation then = this.advisor.consult(before, Map.of());
		return then.given().equals(now.given()) ? Optional.empty()
				: Optional.of(Consequence.of(then, view(then), now, view(now)));
	}

	/** Whether other rules or another version of this program made a report. */
	public boolean isOutdated(String rulesVersion, String generatorVersion) {
		return !rulesVersion.equals(this.advisor.ruleBook().version())
				|| !generatorVersion.equals(GeneratorVersion.current());
	}

	/** What an earlier report would say if it were made with today's rules. */
	public Reevaluation today(EarlierReport report) {
		return Reevaluation.of(report, this.advisor, this);
	}

}
