package dev.pghaadvisor.lab;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.pghaadvisor.bundle.Bundles;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Role;
import dev.pghaadvisor.rules.Design;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every file of a bundle is read by the program it is written for, and found good. */
@Requires(Requirement.LAB)
class BundleCheckIT {

	/** Read by people only. */
	private static final List<String> PROSE = List.of("README.md", "report.md", "report.html");

	private static final Map<Design, UnpackedBundle> BUNDLES = new EnumMap<>(Design.class);

	@BeforeAll
	static void unpack() {
		for (Design design : Design.values()) {
			ClusterPlan plan = ExamplePlans.of(design);
			BUNDLES.put(design, new UnpackedBundle(Bundles.of(plan, Map.of()), plan));
		}
	}

	@AfterAll
	static void end() {
		BUNDLES.values().forEach(UnpackedBundle::close);
	}

	@TestFactory
	Stream<DynamicTest> everyFilePassesItsProgram() {
		return BUNDLES.entrySet()
			.stream()
			.flatMap((entry) -> Arrays.stream(Check.values())
				.map((check) -> DynamicTest.dynamicTest(check + " of " + entry.getKey().id(),
						() -> passes(check, entry.getValue()))));
	}

	private static void passes(Check check, UnpackedBundle bundle) {
		bundle.paths().stream().filter(check::reads).forEach((path) -> {
			Output output = check.of(bundle.rootOf(path), bundle.pathOf(path));
			assertThat(output.exit()).describedAs("%s says about %s:%n%s", check, path, output.text()).isZero();
		});
	}

	@TestFactory
	Stream<DynamicTest> everyProgramFailsOnABrokenFile() {
		return Arrays.stream(Check.values())
			.map((check) -> DynamicTest.dynamicTest(check.name(), () -> failsOnABrokenFile(check)));
	}

	private static void failsOnABrokenFile(Check check) {
		boolean broken = false;
		for (UnpackedBundle bundle : BUNDLES.values()) {
			for (String path : bundle.paths().stream().filter(check::reads).limit(1).toList()) {
				Output output = bundle.broken(path, check.breakage(), check);
				assertThat(output.exit()).describedAs("%s about a broken %s: %s", check, path, output.text())
					.isNotIn(0, 127);
				broken = true;
			}
		}
		assertThat(broken).describedAs("a file that %s reads", check).isTrue();
	}

	@ParameterizedTest
	@EnumSource(Design.class)
	void noFileIsLeftUnchecked(Design design) {
		assertThat(bundle(design).paths()).allMatch(
				(path) -> PROSE.contains(path) || Arrays.stream(Check.values()).anyMatch((check) -> check.reads(path)));
	}

	@ParameterizedTest
	@EnumSource(Design.class)
	void postgresqlStartsWithTheGeneratedParameters(Design design) {
		Root host = bundle(design).host(firstDatabase(design));
		assertThat(PostgresTrial.start(host, "").text()).endsWith("settings in error: 0, access rules in error: 0\n");
	}

	@ParameterizedTest
	@EnumSource(Design.class)
	void postgresqlDoesNotStartWithAnUnknownParameter(Design design) {
		Root host = bundle(design).host(firstDatabase(design));
		assertThat(PostgresTrial.start(host, "no_such_parameter = 1").failed()).isTrue();
	}

	@ParameterizedTest
	@EnumSource(Design.class)
	void preparingASecondTimeAddsNothingWhicheverTheShell(Design design) {
		Root person = bundle(design).person();
		for (String shell : List.of("dash", "busybox sh")) {
			String before = listing(person);
			person.script("cd /root/*-*/; %s prepare.sh".formatted(shell)).run().orThrow();
			assertThat(listing(person)).isEqualTo(before).contains("secrets/application");
			person.script("cd /root/*-*/; sha256sum --quiet -c SHA256SUMS").run().orThrow();
		}
	}

	@ParameterizedTest
	@EnumSource(Design.class)
	void busyboxMakesTheSameKindOfFiles(Design design) {
		Root person = bundle(design).person();
		String names = "cd %s; find . -type f -printf '%%p %%m\\n' | sort";
		person.script(
				"rm -rf /root/again; mkdir /root/again; cd /root/again; unzip -q ../bundle.zip; cd *; busybox sh prepare.sh")
			.run()
			.orThrow();
		assertThat(person.script(names.formatted("/root/again/*")).run().orThrow())
			.isEqualTo(person.script(names.formatted("/root/*-" + design.id())).run().orThrow());
	}

	private static String listing(Root person) {
		return person.script("cd /root/*-*/; find . -type f -exec sha256sum {} + | sort").run().orThrow();
	}

	private static UnpackedBundle bundle(Design design) {
		UnpackedBundle bundle = BUNDLES.get(design);
		assertThat(bundle).isNotNull();
		return bundle;
	}

	private static String firstDatabase(Design design) {
		return ExamplePlans.of(design).with(Role.POSTGRESQL).get(0).name().value();
	}

}
