package dev.pghaadvisor.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.pghaadvisor.forecast.Scenario;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What is done to a cluster, as written in {@code src/test/resources/drills} for what is
 * forecast, and in {@code src/test/resources/held} for what has held once and has to go
 * on holding.
 *
 * @param name of the file; of those with a forecast it is the scenario's
 * @param what the same in a sentence
 * @param runs how often a recording repeats it
 * @param prepare what has to be done before, unmeasured
 * @param steps what is done and waited for
 * @param promises what has to hold
 */
record Drill(String name, String what, int runs, List<Step> prepare, List<Step> steps, Set<Promise> promises) {

	private static final Set<String> KEYS = Set.of("what", "runs", "prepare", "steps", "expect");

	/** The drill of a scenario. */
	static Drill of(Scenario scenario) {
		return read("/drills/", scenario.id());
	}

	/** A drill of what has held. */
	static Drill held(String name) {
		return read("/held/", name);
	}

	private static Drill read(String folder, String name) {
		String path = folder + name + ".yaml";
		try (InputStream stream = Drill.class.getResourceAsStream(path)) {
			if (stream == null) {
				throw new IllegalStateException("No drill " + path);
			}
			return parse(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + path, ex);
		}
	}

	/** The same with no more runs than that. */
	Drill atMost(int runs) {
		return new Drill(this.name, this.what, Math.min(this.runs, runs), this.prepare, this.steps, this.promises);
	}

	/** Throws {@link IllegalArgumentException} with what is wrong and what is valid. */
	static Drill parse(String name, String yaml) {
		if (!(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml) instanceof Map<?, ?> file)) {
			throw new IllegalArgumentException("A drill is a map of " + KEYS);
		}
		file.keySet().forEach((key) -> {
			if (!KEYS.contains(key)) {
				throw new IllegalArgumentException("A drill has no " + key + ", only " + KEYS);
			}
		});
		if (!(file.get("runs") instanceof Integer runs) || runs < 1) {
			throw new IllegalArgumentException("runs is a number from 1 on");
		}
		List<Step> steps = steps(file.get("steps"));
		if (steps.isEmpty()) {
			throw new IllegalArgumentException("A drill without steps shows nothing");
		}
		Set<Promise> promises = EnumSet.noneOf(Promise.class);
		list(file.get("expect")).forEach((word) -> promises.add(one(Promise.class, word)));
		return new Drill(name, String.valueOf(file.get("what")), runs, steps(file.get("prepare")), steps, promises);
	}

	private static List<Step> steps(Object value) {
		List<Step> steps = new ArrayList<>();
		for (Object each : list(value)) {
			if (!(each instanceof Map<?, ?> words)) {
				throw new IllegalArgumentException("Not a step: " + each);
			}
			steps.add(step(words));
		}
		return List.copyOf(steps);
	}

	private static Step step(Map<?, ?> words) {
		if (words.get("await") != null && words.get("within") instanceof Integer within && words.size() == 2) {
			return new Step.Await(one(Step.Condition.class, words.get("await")), within);
		}
		if (words.size() != 1) {
			throw new IllegalArgumentException("A step is { action: target }, { hold: seconds } or "
					+ "{ await: condition, within: seconds }, not " + words);
		}
		Map.Entry<?, ?> only = words.entrySet().iterator().next();
		if (only.getKey().equals("hold") && only.getValue() instanceof Integer seconds) {
			return new Step.Hold(seconds);
		}
		return new Step.Act(one(Action.class, only.getKey()), one(Target.class, only.getValue()));
	}

	private static List<?> list(Object value) {
		return (value == null) ? List.of() : (List<?>) value;
	}

	private static <E extends Enum<E>> E one(Class<E> type, Object word) {
		return Arrays.stream(type.getEnumConstants())
			.filter((constant) -> name(constant).equals(word))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("Unknown " + word + ", valid are "
					+ Arrays.stream(type.getEnumConstants()).map(Drill::name).collect(Collectors.joining(", "))));
	}

	private static String name(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
