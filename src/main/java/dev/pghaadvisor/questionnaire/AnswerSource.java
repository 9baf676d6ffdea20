package dev.pghaadvisor.questionnaire;

/** Where an answer came from; ASSUMED is what not-sure stands for. */
public enum AnswerSource {

	GIVEN, DEFAULTED, ASSUMED

}
