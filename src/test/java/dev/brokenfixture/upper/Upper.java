package dev.brokenfixture.upper;

/** A type of the upper package. */
public record Upper(String name) {

}
