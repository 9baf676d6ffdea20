package dev.pghaadvisor.advice;

import java.util.List;

import dev.pghaadvisor.forecast.Forecast;
import dev.pghaadvisor.plan.Shape;

/**
 * What to expect of one design with somebody's answers.
 *
 * @param shape what would be built
 * @param forecasts of every failure
 * @param measured what the lab recorded of such a cluster, one sentence each; empty if it
 * recorded none
 */
public record Outlook(Shape shape, List<Forecast> forecasts, List<String> measured) {

	public Outlook {
		forecasts = List.copyOf(forecasts);
		measured = List.copyOf(measured);
	}

}
