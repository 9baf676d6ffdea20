package dev.pghaadvisor.advice;

import java.util.List;

import dev.pghaadvisor.forecast.Availability;
import dev.pghaadvisor.forecast.DataLoss;
import dev.pghaadvisor.forecast.Forecast;
import dev.pghaadvisor.forecast.Forecasts;
import dev.pghaadvisor.forecast.Scenario;
import dev.pghaadvisor.plan.PatroniTimers;
import dev.pghaadvisor.plan.PostgresSettings;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.plan.Synchronous;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.rules.Settings;

/**
 * A size that the answers allow.
 *
 * @param shape what would be built
 * @param synchronous whether its commits wait for standbys
 * @param lost the write outage after the leader's host is lost
 * @param loss what a failover may cost
 * @param availability of a year, as usually assumed
 */
public record Rung(Shape shape, Synchronous synchronous, Forecast lost, DataLoss loss, Availability availability) {

	static Rung of(Shape shape, Answers answers, Settings settings) {
		Synchronous synchronous = Synchronous.of(settings);
		List<Forecast> forecasts = Forecasts.of(shape, PatroniTimers.of(settings), synchronous,
				settings.value(PostgresSettings.REPLICATION_TIMEOUT));
		Forecast lost = forecasts.stream()
			.filter((forecast) -> forecast.scenario() == Scenario.LEADER_POWEROFF)
			.findFirst()
			.orElseThrow();
		return new Rung(shape, synchronous, lost, DataLoss.of(answers, settings),
				Availability.of(answers, shape, forecasts));
	}

	/** How many hosts there are. */
	public int hosts() {
		return this.shape.footprint().hosts();
	}

	/** How many programs have to be kept running on all of them. */
	public int services() {
		return this.shape.slots()
			.stream()
			.flatMap((slot) -> slot.roles().stream())
			.mapToInt((role) -> role.programs().size())
			.sum();
	}

	/** Seconds of outage in a year, people's repairs among them. */
	public double secondsPerYear() {
		return this.availability.machineSeconds() + this.availability.peopleSeconds();
	}

}
