package dev.pghaadvisor.rules;

import java.util.Map;

/** Answers to start from. */
public record Preset(String id, String title, String description, Map<String, String> answers) {
}
