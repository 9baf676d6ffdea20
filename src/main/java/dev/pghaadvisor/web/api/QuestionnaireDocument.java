package dev.pghaadvisor.web.api;

import java.util.List;

import dev.pghaadvisor.questionnaire.Option;
import dev.pghaadvisor.questionnaire.Question;
import dev.pghaadvisor.questionnaire.Section;
import dev.pghaadvisor.rules.RuleBook;

/**
 * The questionnaire as JSON. Options of a demand are listed from lax to strict.
 *
 * @param rulesVersion changes when a rule file changes
 * @param sections the questions by section
 */
record QuestionnaireDocument(String rulesVersion, List<SectionDocument> sections) {

	static QuestionnaireDocument of(RuleBook book) {
		return new QuestionnaireDocument(book.version(),
				book.questionnaire().sections().stream().map(SectionDocument::of).toList());
	}

	record SectionDocument(String id, String title, List<QuestionDocument> questions) {

		static SectionDocument of(Section section) {
			return new SectionDocument(section.id(), section.title(),
					section.questions().stream().map(QuestionDocument::of).toList());
		}

	}

	record QuestionDocument(String id, String text, String why, String kind, boolean key, List<Option> options,
			String defaultOption, NotSureDocument notSure) {

		static QuestionDocument of(Question question) {
			String kind = switch (question.kind()) {
				case DEMAND -> "demand";
				case CIRCUMSTANCE -> "circumstance";
			};
			return new QuestionDocument(question.id(), question.text(), question.why(), kind, question.key(),
					question.options(), question.defaultOption(),
					new NotSureDocument(question.notSure().option(), question.notSure().because()));
		}

	}

	record NotSureDocument(String option, String because) {

	}

}
