package dev.pghaadvisor.web.api;

import java.util.List;
import java.util.Map;

import dev.pghaadvisor.advice.Consultation;
import dev.pghaadvisor.advice.Rung;
import dev.pghaadvisor.forecast.Forecast;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.Footprint;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.Counterfactual;
import dev.pghaadvisor.rules.Design;
import dev.pghaadvisor.rules.Finding;
import dev.pghaadvisor.rules.RuleSource;
import org.jspecify.annotations.Nullable;

/** The recommendation as JSON; what is blocked has no design and no inventory. */
record AdviceDocument(@Nullable String design, @Nullable String footprint, @Nullable String entry, String rulesVersion,
		List<FindingDocument> findings, List<CounterfactualDocument> counterfactuals, List<NoticeDocument> warnings,
		List<NoticeDocument> blockers, List<ForecastDocument> forecast, List<SizeDocument> sizes,
		@Nullable Map<String, @Nullable Object> inventory) {

	static AdviceDocument of(Consultation consultation) {
		Advice advice = consultation.advice();
		Design design = advice.design();
		return new AdviceDocument(id(design), (design != null) ? advice.settings().value(Footprint.CHOICE).id() : null,
				(design != null) ? advice.settings().value(Entry.CHOICE).id() : null, advice.rulesVersion(),
				advice.findings().stream().map(FindingDocument::of).toList(),
				consultation.counterfactuals().stream().map(CounterfactualDocument::of).toList(),
				consultation.warnings().stream().map(NoticeDocument::of).toList(),
				advice.blockers().stream().map(NoticeDocument::of).toList(),
				consultation.forecasts().stream().map(ForecastDocument::of).toList(), sizes(consultation),
				(consultation.plan() != null) ? consultation.plan().inventoryMap() : null);
	}

	private static List<SizeDocument> sizes(Consultation consultation) {
		ClusterPlan plan = consultation.plan();
		return (plan == null) ? List.of()
				: consultation.ladder()
					.stream()
					.map((rung) -> SizeDocument.of(rung, rung.shape().footprint() == plan.shape().footprint()))
					.toList();
	}

	private static @Nullable String id(@Nullable Design design) {
		return (design != null) ? design.id() : null;
	}

	record FindingDocument(String rule, String effect, String detail, Map<String, String> answers, String because,
			List<RuleSource> sources) {

		static FindingDocument of(Finding finding) {
			return new FindingDocument(finding.rule(), finding.effect().word(), finding.effect().detail(),
					finding.answers(), finding.because(), finding.sources());
		}

	}

	record NoticeDocument(String rule, String message, String change, String because, List<RuleSource> sources) {

		static NoticeDocument of(Finding finding) {
			return new NoticeDocument(finding.rule(), finding.message(), finding.change(), finding.because(),
					finding.sources());
		}

	}

	record CounterfactualDocument(Map<String, String> change, @Nullable String design) {

		static CounterfactualDocument of(Counterfactual counterfactual) {
			return new CounterfactualDocument(counterfactual.change(), id(counterfactual.design()));
		}

	}

	/**
	 * A size that the answers allow.
	 *
	 * @param expectedSeconds without a write after the leader's host is lost
	 * @param worstSeconds the same at worst
	 * @param lossSeconds of confirmed writes at their peak that a failover may cost at
	 * most
	 * @param minutesPerYear of outage, people's repairs among them, as usually assumed
	 */
	record SizeDocument(String footprint, String design, boolean recommended, int hosts, int services,
			double expectedSeconds, double worstSeconds, double lossSeconds, String availabilityPercent,
			double minutesPerYear) {

		private static final double TENTHS = 10;

		static SizeDocument of(Rung rung, boolean recommended) {
			return new SizeDocument(rung.shape().footprint().id(), rung.shape().design().id(), recommended,
					rung.hosts(), rung.services(), rung.lost().expected(), rung.lost().worst(),
					tenths(rung.loss().seconds()), rung.availability().percent(), tenths(rung.secondsPerYear() / 60));
		}

		private static double tenths(double number) {
			return Math.round(number * TENTHS) / TENTHS;
		}

	}

	record ForecastDocument(String scenario, String design, double best, double expected, double worst,
			boolean unbounded, String evidence) {

		static ForecastDocument of(Forecast forecast) {
			return new ForecastDocument(forecast.scenario().id(), forecast.design().id(), forecast.best(),
					forecast.expected(), forecast.worst(), forecast.unbounded(), forecast.evidence());
		}

	}

}
