package dev.pghaadvisor.plan;

import java.util.List;

/** Says which parts of a plan contradict each other. */
public final class BrokenInvariantException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	private final transient List<String> broken;

	BrokenInvariantException(List<String> broken) {
		super(String.join("; ", broken));
		this.broken = List.copyOf(broken);
	}

	/** One line for each: the invariant's name, a colon, the numbers that break it. */
	public List<String> broken() {
		return this.broken;
	}

}
