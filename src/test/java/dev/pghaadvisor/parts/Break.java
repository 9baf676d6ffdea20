package dev.pghaadvisor.parts;

import java.util.function.UnaryOperator;

import dev.pghaadvisor.rules.Design;

/**
 * One way to break one invariant.
 *
 * @param invariant its name
 * @param design of the plan that is broken
 * @param change what breaks it
 * @param message part of what is said about it
 */
public record Break(String invariant, Design design, UnaryOperator<Spoilt> change, String message) {
}
