package dev.pghaadvisor.report;

import java.util.List;
import java.util.stream.Stream;

import dev.pghaadvisor.forecast.ForecastChoices;
import dev.pghaadvisor.plan.PlanChoices;
import dev.pghaadvisor.questionnaire.Choice;

/**
 * Every question and setting that code reads, whichever package does. Rule files are
 * compared with them when they are loaded.
 */
public final class KnownChoices {

	public static final List<Choice<?>> ALL = Stream.of(PlanChoices.ALL, ForecastChoices.ALL)
		.<Choice<?>>flatMap(List::stream)
		.toList();

	private KnownChoices() {
	}

}
