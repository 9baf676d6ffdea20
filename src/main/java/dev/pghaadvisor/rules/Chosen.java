package dev.pghaadvisor.rules;

/**
 * A setting's value together with why it was chosen.
 *
 * @param value what it means to the code
 * @param reason the rule that chose it, or the declaration if none did
 * @param <T> the value's type
 */
public record Chosen<T>(T value, Finding reason) {
}
