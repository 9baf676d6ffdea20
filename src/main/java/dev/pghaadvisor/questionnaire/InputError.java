package dev.pghaadvisor.questionnaire;

import java.util.List;

/** What is wrong with one field, and what would be right. */
public record InputError(String field, String message, List<String> valid) {
}
