package dev.pghaadvisor.forecast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

import dev.pghaadvisor.plan.Shape;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Everything that the lab has recorded. */
public final class Measurements {

	private static final String BUNDLED = "classpath*:advisor-evidence/*.json";

	private static final String ENDING = ".json";

	/** Said of evidence that belongs to files which are no longer generated like that. */
	public static final String EARLIER_FILES = "with an earlier version of these files";

	private final SortedMap<String, Evidence> files;

	private Measurements(Map<String, Evidence> files) {
		this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
	}

	/**
	 * What this program ships; nothing, if nothing is recorded.
	 * @throws IllegalStateException if a file is not as it has to be, which a test
	 * excludes
	 */
	public static Measurements bundled() {
		try {
			Map<String, Evidence> files = new TreeMap<>();
			// Spring knows how to list a folder inside of a jar inside of a jar.
			for (Resource file : new PathMatchingResourcePatternResolver().getResources(BUNDLED)) {
				String name = String.valueOf(file.getFilename());
				files.put(name, Evidence.read(name, file.getContentAsString(StandardCharsets.UTF_8)));
			}
			return of(files);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + BUNDLED, ex);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalStateException(ex.getMessage(), ex);
		}
	}

	/**
	 * Evidence by the name of its file.
	 * @throws IllegalArgumentException if a name does not say what is in the file
	 */
	public static Measurements of(Map<String, Evidence> files) {
		files.forEach((name, evidence) -> {
			String start = evidence.platform() + "-" + evidence.footprint();
			if (!name.equals(start + ENDING) && !(name.startsWith(start + "-") && name.endsWith(ENDING))) {
				throw new IllegalArgumentException(
						name + ": the name has to start with " + start + " and end with " + ENDING);
			}
		});
		return new Measurements(files);
	}

	/** Evidence by the name of its file, sorted. */
	public SortedMap<String, Evidence> files() {
		return this.files;
	}

	/** Files about exactly such a cluster by their names, the newest first. */
	public List<Map.Entry<String, Evidence>> of(Shape shape, Timers timers) {
		return this.files.entrySet()
			.stream()
			.filter((file) -> file.getValue().isOf(shape, timers))
			.sorted(Comparator.comparing((file) -> file.getValue().recorded(), Comparator.reverseOrder()))
			.toList();
	}

	/**
	 * Forecasts with what was measured of them.
	 * @param forecasts of the shape with the timers
	 * @param earlierFiles whether evidence was recorded with other files than those that
	 * are generated now
	 */
	public List<Forecast> beside(List<Forecast> forecasts, Shape shape, Timers timers,
			Predicate<Evidence> earlierFiles) {
		return forecasts.stream()
			.map((forecast) -> measured(forecast, shape, timers, earlierFiles)
				.or(() -> nearest(forecast, shape, timers))
				.orElse(forecast))
			.toList();
	}

	private Optional<Forecast> measured(Forecast forecast, Shape shape, Timers timers,
			Predicate<Evidence> earlierFiles) {
		return of(shape, timers).stream()
			.flatMap((file) -> file.getValue()
				.drill(forecast.scenario())
				.map((drill) -> forecast.withEvidence(played(timers) + "measured " + drill.words() + " on "
						+ shape.platform().title() + ", " + file.getValue().recorded()
						+ (earlierFiles.test(file.getValue()) ? ", " + EARLIER_FILES : "") + drill.brokenWords(),
						EvidenceTable.name(file.getKey())))
				.stream())
			.findFirst();
	}

	/** No balancer of a cloud is ever in the lab. */
	private static String played(Timers timers) {
		return timers.played()
				? "not proven behind the balancer itself; with an HAProxy that plays " + timers.probes() + ": " : "";
	}

	private Optional<Forecast> nearest(Forecast forecast, Shape shape, Timers timers) {
		return this.files.entrySet()
			.stream()
			.filter((file) -> file.getValue().isAbout(shape))
			.sorted(Comparator.comparing((file) -> file.getValue().timers().distance(timers)))
			.flatMap(
					(file) -> file.getValue()
						.drill(forecast.scenario())
						.map((drill) -> forecast.withEvidence(
								Forecast.NOT_PROVEN + "; nearest: " + file.getValue().timers().words() + ": "
										+ played(file.getValue().timers()) + drill.words(),
								EvidenceTable.name(file.getKey())))
						.stream())
			.findFirst();
	}

}
