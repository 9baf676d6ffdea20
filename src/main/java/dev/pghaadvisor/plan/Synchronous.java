package dev.pghaadvisor.plan;

import java.util.Map;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Values;
import dev.pghaadvisor.rules.Settings;

/**
 * Whether a commit waits for standbys.
 *
 * @param on Patroni's {@code synchronous_mode}
 * @param nodeCount how many standbys it waits for; 0 when off
 */
public record Synchronous(boolean on, int nodeCount) {

	public static final Choice.Ruled<Boolean> MODE = new Choice.Ruled<>("synchronous-mode",
			Values.of(Map.of("on", true, "off", false)));

	public static final Choice.Ruled<Integer> NODE_COUNT = new Choice.Ruled<>("synchronous-node-count",
			Values.numbers(0, 2));

	/**
	 * @throws IllegalArgumentException if the count contradicts the switch
	 */
	public Synchronous {
		if (on ? nodeCount < 1 || nodeCount > 2 : nodeCount != 0) {
			throw new IllegalArgumentException(
					"synchronous mode " + (on ? "on" : "off") + " with " + nodeCount + " synchronous standbys");
		}
	}

	/** What rules chose; the count means nothing while the switch is off. */
	public static Synchronous of(Settings settings) {
		boolean on = settings.value(MODE);
		return new Synchronous(on, on ? settings.value(NODE_COUNT) : 0);
	}

}
