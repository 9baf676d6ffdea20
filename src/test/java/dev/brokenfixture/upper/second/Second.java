package dev.brokenfixture.upper.second;

import dev.brokenfixture.upper.first.First;

/** Breaks the rule on purpose, inside another package. */
public record Second(First first) {

}
