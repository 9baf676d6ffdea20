package dev.brokenfixture.rooms.cellar;

/** A type of one room. */
public record Wine(String name) {

}
