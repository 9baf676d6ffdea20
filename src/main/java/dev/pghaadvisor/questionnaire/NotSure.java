package dev.pghaadvisor.questionnaire;

/** What not-sure stands for, and why. */
public record NotSure(String option, String because) {
}
