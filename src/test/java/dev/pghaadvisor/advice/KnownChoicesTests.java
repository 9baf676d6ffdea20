package dev.pghaadvisor.advice;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.pghaadvisor.plan.PlanChoices;
import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.rules.RuleBook;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link KnownChoices}. */
class KnownChoicesTests {

	/**
	 * One that is not listed would be read without ever being compared with the files.
	 */
	@Test
	void everyChoiceThatCodeDeclaresIsListed() throws ReflectiveOperationException {
		List<Choice<?>> declared = new ArrayList<>();
		for (JavaClass type : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("dev.pghaadvisor")) {
			for (JavaField field : type.getFields()) {
				if (field.getRawType().isAssignableTo(Choice.class)) {
					Field one = field.reflect();
					assertThat(Modifier.isStatic(one.getModifiers())).as(field.getFullName()).isTrue();
					one.setAccessible(true);
					declared.add((Choice<?>) one.get(null));
				}
			}
		}
		assertThat(declared).containsExactlyInAnyOrderElementsOf(KnownChoices.ALL);
		assertThat(KnownChoices.ALL).containsAll(PlanChoices.COMPARED);
	}

	@Test
	void theShippedFilesDeclareWhatTheProgramReads() throws Exception {
		assertThat(RuleBook.bundled(KnownChoices.ALL).version())
			.isEqualTo(RuleBook.load(Path.of("rules"), KnownChoices.ALL).version());
	}

}
