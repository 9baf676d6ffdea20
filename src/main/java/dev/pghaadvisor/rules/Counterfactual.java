package dev.pghaadvisor.rules;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A change of answers and what it leads to; null is blocked. */
public record Counterfactual(Map<String, String> change, @Nullable Design design) {
}
