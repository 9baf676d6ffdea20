package dev.pghaadvisor.rules;

import java.util.List;

/**
 * A setting that rules may set.
 *
 * @param key its name
 * @param values every value it can take
 * @param standard what it is when no rule sets it
 * @param because why that is a good default
 * @param sources where that comes from
 */
record Declaration(String key, List<String> values, String standard, String because, List<RuleSource> sources) {
}
