package dev.pghaadvisor.rules;

/** Where a rule got its facts from. */
public record RuleSource(String id, String title, String url) {
}
