package dev.pghaadvisor.forecast;

import java.util.List;

import dev.pghaadvisor.questionnaire.Choice;

/** Every question that forecasts read beside the plan. */
public final class ForecastChoices {

	public static final List<Choice<?>> ALL = List.of(Rto.CHOICE, Rpo.CHOICE, Promise.CHOICE, Team.CHOICE,
			FailureDomains.CHOICE);

	private ForecastChoices() {
	}

}
