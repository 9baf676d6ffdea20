package dev.pghaadvisor.advice;

import java.util.List;
import java.util.stream.Stream;

import dev.pghaadvisor.forecast.ForecastChoices;
import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.PlanChoices;
import dev.pghaadvisor.questionnaire.Choice;

/**
 * Every question and setting that code reads, whichever package does. Rule files are
 * compared with them when they are loaded.
 */
public final class KnownChoices {

	public static final List<Choice<?>> ALL = Stream
		.of(PlanChoices.ALL.stream(), ForecastChoices.ALL.stream(),
				Parts.all().stream().flatMap((part) -> part.choices().stream()))
		.<Choice<?>>flatMap((choices) -> choices)
		.toList();

	private KnownChoices() {
	}

}
