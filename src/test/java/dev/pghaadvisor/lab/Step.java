package dev.pghaadvisor.lab;

/** One step of a drill. */
sealed interface Step {

	/** Something is done to hosts. */
	record Act(Action action, Target target) implements Step {
	}

	/** Time passes. */
	record Hold(int seconds) implements Step {
	}

	/** Something has to become true. */
	record Await(Condition condition, int within) implements Step {
	}

	/** What a drill waits for. */
	enum Condition {

		/** Both writers get through again. */
		WRITES,

		/** One member leads, and all others stream from it. */
		HEALTHY,

		/** The slow client has got all that it had asked for. */
		SERVED,

		/** No server has a session of the vanished client any more. */
		GIVEN_UP

	}

}
