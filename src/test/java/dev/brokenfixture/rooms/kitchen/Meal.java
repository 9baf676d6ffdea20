package dev.brokenfixture.rooms.kitchen;

import dev.brokenfixture.rooms.cellar.Wine;

/** Breaks the rule on purpose: a room that uses another. */
public record Meal(Wine wine) {

}
