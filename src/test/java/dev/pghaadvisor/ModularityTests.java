package dev.pghaadvisor;

import java.util.List;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.importer.ImportOption;
import dev.brokenfixture.BrokenFixture;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Holds the packages to one direction: answers, advice, plan, bundle, report, web. */
class ModularityTests {

	private static final ApplicationModules MODULES = ApplicationModules.of(AdvisorApplication.class);

	@Test
	void packagesUseOnlyWhatTheyDeclare() {
		MODULES.verify();
	}

	@Test
	void theTreeIsTheArchitecture() {
		assertThat(MODULES.stream().map((module) -> module.getIdentifier().toString())).containsExactlyInAnyOrder(
				"yaml", "questionnaire", "rules", "plan", "forecast", "bundle", "advice", "report", "store", "web");
	}

	@Test
	void everyPackageDeclaresWhatItMayUse() {
		List<String> silent = MODULES.stream()
			.filter((module) -> !declaresItsDependencies(module))
			.map((module) -> module.getIdentifier().toString())
			.collect(Collectors.toList());
		assertThat(silent).isEmpty();
	}

	@Test
	void theCheckFailsWhenAPackageUsesWhatItDidNotDeclare() {
		ApplicationModules broken = ApplicationModules.of(BrokenFixture.class, new ImportOption.OnlyIncludeTests());
		assertThatExceptionOfType(Violations.class).isThrownBy(broken::verify)
			.withMessageContaining("lower")
			.withMessageContaining("upper");
	}

	private static boolean declaresItsDependencies(ApplicationModule module) {
		org.springframework.modulith.ApplicationModule declared = module.getBasePackage()
			.getAnnotation(org.springframework.modulith.ApplicationModule.class)
			.orElse(null);
		return declared != null && !List.of(declared.allowedDependencies())
			.contains(org.springframework.modulith.ApplicationModule.OPEN_TOKEN);
	}

}
