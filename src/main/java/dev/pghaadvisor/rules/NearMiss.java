package dev.pghaadvisor.rules;

import java.util.Map;

/** A rule that almost fired. */
public record NearMiss(String rule, Map<String, String> missing, String because) {
}
