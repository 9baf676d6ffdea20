package dev.pghaadvisor.plan;

import java.util.List;
import java.util.Map;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Values;
import dev.pghaadvisor.rules.Chosen;

/**
 * How late a replica may be to get readers, and where they go without one.
 *
 * @param oldest seconds that a read may be behind while writes are at their peak
 * @param peak MB of WAL a second
 * @param because why that age
 * @param fallBack whether the leader serves them when no replica is fit
 */
public record Reads(int oldest, int peak, String because, boolean fallBack) {

	private static final int A_DAY = 86_400;

	/** Seconds. */
	public static final Choice.Ruled<Integer> OLDEST = new Choice.Ruled<>("oldest-read", Values.numbers(1, A_DAY));

	private static final Choice.Ruled<Boolean> FALL_BACK = new Choice.Ruled<>("reads-fall-back",
			Values.of(Map.of("on", true, "off", false)));

	/** For every part that leads readers to replicas. */
	public static final List<Choice<?>> CHOICES = List.of(OLDEST, FALL_BACK);

	/**
	 * @throws IllegalArgumentException if a number is not positive
	 */
	public Reads {
		if (oldest < 1 || peak < 1) {
			throw new IllegalArgumentException("Reads " + oldest + " s old at " + peak + " MB/s");
		}
	}

	/** What the plan's answers lead to. */
	public static Reads of(ClusterPlan plan) {
		Chosen<Integer> oldest = plan.advice().settings().get(OLDEST);
		return new Reads(oldest.value(), plan.advice().answers().get(WriteLoad.CHOICE).peak(),
				oldest.reason().explained(), plan.advice().settings().value(FALL_BACK));
	}

	/**
	 * Patroni compares bytes, not seconds (docs/rest_api.rst, {@code /replica?lag=}), in
	 * units of 1024.
	 */
	public String limit() {
		return (long) this.oldest * this.peak + "MB";
	}

	/** Why that much. */
	public String limitBecause() {
		return "%d s at %d MB of WAL a second. %s".formatted(this.oldest, this.peak, this.because);
	}

}
