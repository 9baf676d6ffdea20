package dev.pghaadvisor.questionnaire;

/** One question with its answer. */
public record Answer(Question question, Option option, AnswerSource source) {
}
