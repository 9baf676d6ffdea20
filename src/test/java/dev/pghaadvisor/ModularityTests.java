package dev.pghaadvisor;

import java.util.ArrayList;
import java.util.List;

import com.tngtech.archunit.core.importer.ImportOption;
import dev.brokenfixture.BrokenFixture;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the packages to one direction, those inside others too. */
class ModularityTests {

	/** Each may use only what stands before it. */
	private static final List<String> DIRECTION = List.of("yaml", "questionnaire", "rules", "plan", "forecast",
			"bundle", "parts", "advice", "report", "store", "web", "web.server", "web.input", "web.wizard",
			"web.landing", "web.catalogue", "web.reports", "web.api");

	private static final ApplicationModules MODULES = ApplicationModules.of(AdvisorApplication.class);

	private static final ApplicationModules BROKEN = ApplicationModules.of(BrokenFixture.class,
			new ImportOption.OnlyIncludeTests());

	@Test
	void packagesUseOnlyWhatTheyDeclare() {
		MODULES.verify();
	}

	@Test
	void theTreeIsTheArchitecture() {
		assertThat(MODULES.stream().map((module) -> module.getIdentifier().toString()))
			.containsExactlyInAnyOrderElementsOf(DIRECTION);
	}

	@Test
	void everyPackageDeclaresWhatItMayUse() {
		List<String> silent = MODULES.stream()
			.filter((module) -> declared(module).contains(org.springframework.modulith.ApplicationModule.OPEN_TOKEN))
			.map((module) -> module.getIdentifier().toString())
			.toList();
		assertThat(silent).isEmpty();
	}

	@Test
	void packagesDeclareOnlyWhatStandsBeforeThem() {
		assertThat(againstTheDirection(MODULES, DIRECTION)).isEmpty();
	}

	@Test
	void theCheckFailsWhenAPackageUsesWhatItDidNotDeclare() {
		assertThat(BROKEN.detectViolations()).hasMessageContaining("Module 'lower' depends on module 'upper'");
	}

	@Test
	void theCheckFailsWhenAPackageInsideAnotherUsesWhatItDidNotDeclare() {
		assertThat(BROKEN.detectViolations())
			.hasMessageContaining("Module 'upper.second' depends on module 'upper.first'");
	}

	@Test
	void theCheckFailsWhenAPackageDeclaresWhatStandsAfterIt() {
		assertThat(againstTheDirection(BROKEN, List.of("lower", "upper", "upper.first", "upper.second")))
			.containsExactly("upper.first -> upper.second");
	}

	private static List<String> againstTheDirection(ApplicationModules modules, List<String> direction) {
		List<String> against = new ArrayList<>();
		for (ApplicationModule module : modules) {
			String name = module.getIdentifier().toString();
			declared(module).stream()
				.filter((other) -> direction.indexOf(other) >= direction.indexOf(name))
				.forEach((other) -> against.add(name + " -> " + other));
		}
		return against;
	}

	/** Without a declaration everything is allowed, as Modulith has it. */
	private static List<String> declared(ApplicationModule module) {
		return module.getBasePackage()
			.getAnnotation(org.springframework.modulith.ApplicationModule.class)
			.map((annotation) -> List.of(annotation.allowedDependencies()))
			.orElse(List.of(org.springframework.modulith.ApplicationModule.OPEN_TOKEN));
	}

}
