package dev.brokenfixture.lower;

import dev.brokenfixture.upper.Upper;

/** Breaks the rule on purpose. */
public record Lower(Upper upper) {

}
