package dev.pghaadvisor.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.pghaadvisor.forecast.Evidence;
import dev.pghaadvisor.forecast.Forecast;
import dev.pghaadvisor.forecast.Forecasts;
import dev.pghaadvisor.forecast.Timers;
import dev.pghaadvisor.plan.ClusterPlan;
import org.jspecify.annotations.Nullable;

/**
 * Turns a recording into a file of {@code docs/evidence}.
 *
 * @param file where it is written
 * @param plan what was deployed
 * @param options the answers that were not the default
 * @param altered what was changed by hand in the files
 * @param hostsSha256 of what landed on hosts
 * @param versions of the programs
 */
record EvidenceFile(Path file, ClusterPlan plan, Map<String, String> options, String altered, String hostsSha256,
		Map<String, String> versions) {

	private static final int SHORT = 7;

	/**
	 * The same in a file beside, if there is one of other bytes, formulas or programs:
	 * what only some drills are recorded for does not replace what all were recorded for.
	 */
	EvidenceFile beside() {
		if (before().filter((before) -> !isLike(before)).isEmpty()) {
			return this;
		}
		String name = this.file.getFileName().toString().replaceFirst("[.]json$", "");
		return new EvidenceFile(
				this.file.resolveSibling(name + "-files-" + this.hostsSha256.substring(0, SHORT) + ".json"), this.plan,
				this.options, this.altered, this.hostsSha256, this.versions);
	}

	/**
	 * Writes what has been recorded so far. Drills that a file of the same bytes has from
	 * before stay in it, so that one can be recorded again without the others.
	 */
	void write(Recording recording) {
		try {
			Evidence evidence = evidence(recording);
			Files.createDirectories(this.file.getParent());
			Path draft = this.file.resolveSibling(this.file.getFileName() + ".draft");
			Files.writeString(draft, evidence.toJson());
			Files.move(draft, this.file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write " + this.file, ex);
		}
	}

	private Optional<Evidence> before() {
		try {
			return Files.exists(this.file)
					? Optional.of(Evidence.read(this.file.getFileName().toString(), Files.readString(this.file)))
					: Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + this.file, ex);
		}
	}

	private boolean isLike(Evidence before) {
		return before.bundleSha256().equals(this.hostsSha256) && before.model().equals(Forecasts.MODEL)
				&& before.versions().equals(this.versions);
	}

	private Evidence evidence(Recording recording) {
		Map<String, Evidence.Drill> known = new LinkedHashMap<>();
		before().filter(this::isLike)
			.ifPresent((before) -> before.drills().forEach((drill) -> known.put(drill.scenario(), drill)));
		List<Evidence.Drill> drills = new ArrayList<>();
		for (Forecast forecast : Forecasts.of(this.plan)) {
			List<DrillRun> runs = recording.runs().get(forecast.scenario().id());
			Evidence.Drill before = known.get(forecast.scenario().id());
			if (runs != null) {
				drills.add(drill(forecast, recording.repeated(forecast.scenario()), runs, before));
			}
			else if (before != null) {
				drills.add(before);
			}
		}
		return new Evidence(this.plan.shape().platform().id(), this.plan.shape().design().id(),
				this.plan.shape().footprint().id(), this.plan.shape().entry().id(), this.plan.shape().placement().id(),
				this.options, this.altered, this.versions, LocalDate.now(ZoneOffset.UTC), Forecasts.MODEL,
				this.hostsSha256, Timers.of(this.plan), drills);
	}

	/** Runs before the first of these stay, so that one can go on another day. */
	private static Evidence.Drill drill(Forecast forecast, int repeated, List<DrillRun> runs,
			Evidence.@Nullable Drill before) {
		int first = runs.get(0).number();
		List<Evidence.Run> rows = new ArrayList<>();
		int thrownAway = repeated;
		if (before != null && first > 1) {
			before.runs().stream().filter((run) -> run.run() < first).forEach(rows::add);
			thrownAway += before.repeatedForStalls();
		}
		runs.stream().flatMap((run) -> rows(forecast, run)).forEach(rows::add);
		return new Evidence.Drill(forecast.scenario().id(), Evidence.Expected.of(forecast), forecast.unbounded(),
				thrownAway, rows);
	}

	private static Stream<Evidence.Run> rows(Forecast forecast, DrillRun run) {
		return Stream.of(Evidence.Run.POOL, Evidence.Run.TRANSACTION, Evidence.Run.READER)
			.filter(run.observation()::has)
			.map((client) -> row(forecast, run, client));
	}

	private static Evidence.Run row(Forecast forecast, DrillRun run, String client) {
		Observation seen = run.observation();
		return new Evidence.Run(run.number(), client, Evidence.hundredths(run.phase()),
				Evidence.hundredths(run.outage(client, forecast.unbounded())), seen.readOnlyErrors(client),
				Evidence.hundredths(seen.readOnlySeconds(client)), Evidence.hundredths(seen.longestHang(client)),
				client.equals(Evidence.Run.READER) ? 0 : seen.lost(client), seen.addressHolders(),
				Evidence.hundredths(seen.twoWritable()), Evidence.hundredths(run.rejoined()), seen.errors(client),
				Evidence.hundredths(seen.stall()), run.broken());
	}

}
