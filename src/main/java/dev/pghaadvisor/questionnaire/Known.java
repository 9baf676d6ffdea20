package dev.pghaadvisor.questionnaire;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import dev.pghaadvisor.yaml.Nearest;
import dev.pghaadvisor.yaml.Place;
import dev.pghaadvisor.yaml.Problems;
import org.jspecify.annotations.Nullable;

/**
 * The choices that code reads, held against what rule files declare. Questions that only
 * rules look at are free; a setting that no code reads would do nothing, so it is
 * refused.
 */
public final class Known {

	/** Compares nothing, for rules without a program around them. */
	public static final Known ANYTHING = new Known(null);

	private final @Nullable Collection<Choice<?>> choices;

	private final Map<String, Choice.Asked<?>> asked = new LinkedHashMap<>();

	private final Map<String, Choice.Ruled<?>> ruled = new LinkedHashMap<>();

	private Known(@Nullable Collection<Choice<?>> choices) {
		this.choices = choices;
		if (choices != null) {
			for (Choice<?> choice : choices) {
				if (choice instanceof Choice.Asked<?> one) {
					this.asked.put(one.id(), one);
				}
				else if (choice instanceof Choice.Ruled<?> one) {
					this.ruled.put(one.id(), one);
				}
			}
		}
	}

	public static Known of(Collection<Choice<?>> choices) {
		return new Known(choices);
	}

	/** Whether the code can follow an answer. */
	void option(String question, String option, Place place, Problems problems) {
		word(this.asked.get(question), option, "option", place, problems);
	}

	/** Whether the code can follow a setting's value. */
	public void value(String setting, String value, Place place, Problems problems) {
		word(this.ruled.get(setting), value, "value", place, problems);
	}

	/** Whether the code reads a setting at all. */
	public void setting(String setting, Place place, Problems problems) {
		if (this.choices != null && !setting.isEmpty() && !this.ruled.containsKey(setting)) {
			problems.add(place,
					"The program reads no setting '" + setting + "': " + Nearest.hint(setting, this.ruled.keySet()));
		}
	}

	/**
	 * Tells which questions are missing, at the one that may be meant if there is one.
	 */
	void questions(Map<String, Place> declared, Place start, Problems problems) {
		missing("question", this.asked.keySet(), declared, start, problems);
	}

	/** Tells which settings are missing, at the one that may be meant if there is one. */
	public void settings(Map<String, Place> declared, Place start, Problems problems) {
		missing("setting", this.ruled.keySet(), declared, start, problems);
	}

	private static void word(@Nullable Choice<?> choice, String word, String kind, Place place, Problems problems) {
		if (choice != null && !word.isEmpty() && choice.values().read(word).isEmpty()) {
			problems.add(place, "The program cannot follow the " + kind + " '" + word + "' of '" + choice.id() + "': "
					+ choice.values().hint(word));
		}
	}

	private static void missing(String kind, Set<String> known, Map<String, Place> declared, Place start,
			Problems problems) {
		for (String id : known) {
			if (!declared.containsKey(id)) {
				String meant = Nearest.close(id,
						declared.keySet().stream().filter((other) -> !known.contains(other)).toList());
				problems.add((meant != null) ? declared.getOrDefault(meant, start) : start,
						"Missing " + kind + " '" + id + "', which the program reads"
								+ ((meant != null) ? ": is it the one that is called '" + meant + "' here?" : ""));
			}
		}
	}

}
