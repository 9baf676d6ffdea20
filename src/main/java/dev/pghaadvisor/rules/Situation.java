package dev.pghaadvisor.rules;

import java.util.List;
import java.util.Map;

/**
 * A situation of real life and what a senior DBA would recommend in it, by which rules
 * are judged.
 *
 * @param id a short name
 * @param title what it is in a few words
 * @param told as its owners would tell it
 * @param answers other than the defaults
 * @param expected settings that should come out, such as footprint and entry; or blocked,
 * with the rule that blocks
 * @param says rules or findings that a report has to show
 * @param because why a DBA would say so
 */
public record Situation(String id, String title, String told, Map<String, String> answers, Map<String, String> expected,
		List<String> says, String because) {

	/** The key in {@code expected} for a rule that blocks. */
	public static final String BLOCKED = "blocked";

	public Situation {
		says = List.copyOf(says);
	}

}
