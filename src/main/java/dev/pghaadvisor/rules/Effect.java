package dev.pghaadvisor.rules;

/** What a fired rule does. */
public sealed interface Effect {

	/** The word it is written with. */
	String word();

	/** The effect in short, such as full +2 or ttl = 20. */
	String detail();

	/** The headline; empty if there is none. */
	default String message() {
		return "";
	}

	/** What would end it; empty if nothing is known. */
	default String change() {
		return "";
	}

	/** Whether it takes part in choosing the design. */
	default boolean decides() {
		return false;
	}

	/** Only the full design will do. */
	record RequireFull() implements Effect {

		@Override
		public String word() {
			return "require";
		}

		@Override
		public String detail() {
			return Design.FULL.id();
		}

		@Override
		public boolean decides() {
			return true;
		}

	}

	/** The simple design does, whatever is favoured, unless the full one is required. */
	record SimpleSuffices() implements Effect {

		@Override
		public String word() {
			return "suffice";
		}

		@Override
		public String detail() {
			return Design.SIMPLE.id();
		}

		@Override
		public boolean decides() {
			return true;
		}

	}

	/** Weight, 1 to 9, for one design. */
	record Favour(Design design, int weight) implements Effect {

		public Favour {
			if (weight < 1 || weight > 9) {
				throw new IllegalArgumentException("A weight is 1 to 9, not " + weight);
			}
		}

		@Override
		public String word() {
			return "favour";
		}

		@Override
		public String detail() {
			return this.design.id() + " +" + this.weight;
		}

		@Override
		public boolean decides() {
			return true;
		}

	}

	/** Gives a setting its value. */
	record SetValue(String setting, String value) implements Effect {

		@Override
		public String word() {
			return "set";
		}

		@Override
		public String detail() {
			return this.setting + " = " + this.value;
		}

	}

	/** Warns with a headline; change says what would end it and may be empty. */
	record Warn(String message, String change) implements Effect {

		@Override
		public String word() {
			return "warn";
		}

		@Override
		public String detail() {
			return this.message;
		}

	}

	/** Warns that a demand is missed; only forecasts do, rule files cannot. */
	record Miss(String message, String change) implements Effect {

		@Override
		public String word() {
			return "warn";
		}

		@Override
		public String detail() {
			return this.message;
		}

	}

	/** No design fits; change says what would make one fit. */
	record Block(String message, String change) implements Effect {

		@Override
		public String word() {
			return "block";
		}

		@Override
		public String detail() {
			return this.message;
		}

		@Override
		public boolean decides() {
			return true;
		}

	}

}
