package dev.brokenfixture.upper.first;

/** A type of the first package inside another. */
public record First(String name) {

}
