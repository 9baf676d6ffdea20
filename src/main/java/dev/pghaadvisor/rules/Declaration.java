package dev.pghaadvisor.rules;

import java.util.List;

/**
 * A setting that rules may set.
 *
 * @param key its name
 * @param values every value it can take
 * @param standard what it is when no rule sets it
 * @param lastWins whether rules may disagree about it: then the value that stands last
 * among its values is taken
 * @param because why that is a good default
 * @param sources where that comes from
 */
record Declaration(String key, List<String> values, String standard, boolean lastWins, String because,
		List<RuleSource> sources) {
}
