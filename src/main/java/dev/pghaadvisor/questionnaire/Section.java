package dev.pghaadvisor.questionnaire;

import java.util.List;

/** Questions that belong together. */
public record Section(String id, String title, String intro, List<Question> questions) {
}
