package dev.pghaadvisor.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One rule as written: all conditions must hold, any listed option of a condition will
 * do.
 *
 * @param id unique over all files
 * @param file the file it stands in, such as design.yaml
 * @param when question to the options that fulfil the condition; empty always fires
 * @param design fires only for this outcome (simple or full); empty for both
 * @param effects what firing does, in the order written
 * @param because why, in words a DBA can judge
 * @param sources where the facts come from, at least one
 */
public record Rule(String id, String file, Map<String, Set<String>> when, Set<Design> design, List<Effect> effects,
		String because, List<RuleSource> sources) {

	public Rule {
		Map<String, Set<String>> ordered = new LinkedHashMap<>();
		when.forEach((question, options) -> ordered.put(question,
				Collections.unmodifiableSet(new LinkedHashSet<>(options))));
		when = Collections.unmodifiableMap(ordered);
		design = Collections.unmodifiableSet(new LinkedHashSet<>(design));
		effects = List.copyOf(new ArrayList<>(effects));
		sources = List.copyOf(sources);
		if (effects.isEmpty() || because.isBlank() || sources.isEmpty()) {
			throw new IllegalArgumentException("A rule needs an effect, a reason and a source: " + id);
		}
	}

}
