package dev.pghaadvisor.forecast;

/**
 * How long a step takes, in seconds.
 *
 * @param best if everything falls in place
 * @param expected on average
 * @param worst at most
 */
record Span(double best, double expected, double worst) {

	static final Span NOTHING = new Span(0, 0, 0);

	/** One step after the other. */
	Span then(Span next) {
		return new Span(this.best + next.best, this.expected + next.expected, this.worst + next.worst);
	}

	/** Two steps at once: the later one counts. */
	Span with(Span other) {
		return new Span(Math.max(this.best, other.best), Math.max(this.expected, other.expected),
				Math.max(this.worst, other.worst));
	}

	/** What is left of this after another span has passed, never less than nothing. */
	Span after(Span other) {
		double best = Math.max(0, this.best - other.worst);
		double expected = Math.max(best, this.expected - other.expected);
		return new Span(best, expected, Math.max(expected, this.worst - other.best));
	}

}
