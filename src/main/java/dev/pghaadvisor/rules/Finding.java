package dev.pghaadvisor.rules;

import java.util.List;
import java.util.Map;

/** A rule that fired. */
public record Finding(String rule, String effect, Map<String, String> answers, String because, String message,
		String change, List<RuleSource> sources, String detail) {
}
