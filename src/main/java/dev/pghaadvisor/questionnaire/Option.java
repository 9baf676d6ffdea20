package dev.pghaadvisor.questionnaire;

/** An answer that can be chosen. */
public record Option(String id, String label, String meaning) {
}
