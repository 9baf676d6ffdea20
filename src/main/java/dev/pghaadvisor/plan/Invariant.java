package dev.pghaadvisor.plan;

import java.util.function.Function;

/**
 * Something that has to hold between the parts of a plan.
 *
 * @param name short, in words joined by hyphens
 * @param because what goes wrong otherwise
 * @param check the numbers that break it, or an empty text
 */
public record Invariant(String name, String because, Function<ClusterPlan, String> check) {
}
