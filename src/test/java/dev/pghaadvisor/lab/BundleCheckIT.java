package dev.pghaadvisor.lab;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.pghaadvisor.bundle.Persona;
import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Role;
import dev.pghaadvisor.rules.Design;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every file of a prepared bundle is read by the program it is written for, and found
 * good; and each program notices a broken file. {@link PairwiseIT} does the first for
 * many more bundles.
 */
@Requires(Requirement.LAB)
@Heavy
class BundleCheckIT {

	/** Patterns of paths that only people read. */
	private static final List<String> PROSE = List.of("README[.]md", "report[.]md", "report[.]html");

	/** The full design of every platform: no program is missing in it. */
	private static final Set<Persona> FULL = Arrays.stream(Persona.values())
		.filter((persona) -> persona.first() == persona && persona.plan().shape().design() == Design.FULL)
		.collect(Collectors.toCollection(() -> EnumSet.noneOf(Persona.class)));

	private static final Map<Persona, UnpackedBundle> BUNDLES = new EnumMap<>(Persona.class);

	@BeforeAll
	static void unpack() {
		for (Persona persona : personas()) {
			ClusterPlan plan = persona.plan();
			BUNDLES.put(persona, new UnpackedBundle(Parts.bundle(plan, Map.of()), plan));
		}
	}

	static Set<Persona> personas() {
		Set<Persona> personas = EnumSet.copyOf(FULL);
		personas.add(Persona.MONITORING);
		return personas;
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
				.map((check) -> DynamicTest.dynamicTest(check + " of " + entry.getKey().shape(),
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
			.flatMap((check) -> FULL.stream()
				.map((persona) -> DynamicTest.dynamicTest(check + " of " + persona.shape(),
						() -> failsOnABrokenFile(check, bundle(persona)))));
	}

	private static void failsOnABrokenFile(Check check, UnpackedBundle bundle) {
		String path = bundle.paths().stream().filter(check::reads).findFirst().orElseThrow();
		Output output = bundle.broken(path, check.breakage(), check);
		assertThat(output.exit()).describedAs("%s about a broken %s: %s", check, path, output.text()).isNotIn(0, 127);
	}

	@ParameterizedTest
	@MethodSource("personas")
	void noFileIsLeftUnchecked(Persona persona) {
		assertThat(bundle(persona).paths()).allMatch((path) -> PROSE.stream().anyMatch(path::matches)
				|| Arrays.stream(Check.values()).anyMatch((check) -> check.reads(path)));
	}

	@ParameterizedTest
	@MethodSource("personas")
	void postgresqlStartsWithTheGeneratedParameters(Persona persona) {
		Root host = bundle(persona).host(firstDatabase(persona));
		assertThat(PostgresTrial.start(host, "").text()).endsWith("settings in error: 0, access rules in error: 0\n");
	}

	@ParameterizedTest
	@MethodSource("personas")
	void postgresqlDoesNotStartWithAnUnknownParameter(Persona persona) {
		Root host = bundle(persona).host(firstDatabase(persona));
		assertThat(PostgresTrial.start(host, "no_such_parameter = 1").failed()).isTrue();
	}

	@ParameterizedTest
	@MethodSource("personas")
	void preparingASecondTimeAddsNothingWhicheverTheShell(Persona persona) {
		Root person = bundle(persona).person();
		for (String shell : List.of("dash", "busybox sh")) {
			String before = listing(person);
			person.script("cd /root/*-*/; %s prepare.sh".formatted(shell)).run().orThrow();
			assertThat(listing(person)).isEqualTo(before).contains("secrets/application");
			person.script("cd /root/*-*/; sha256sum --quiet -c SHA256SUMS").run().orThrow();
		}
	}

	@ParameterizedTest
	@MethodSource("personas")
	void busyboxMakesTheSameKindOfFiles(Persona persona) {
		Root person = bundle(persona).person();
		String names = "cd %s; find . -type f -printf '%%p %%m\\n' | sort";
		person.script(
				"rm -rf /root/again; mkdir /root/again; cd /root/again; unzip -q ../bundle.zip; cd *; busybox sh prepare.sh")
			.run()
			.orThrow();
		assertThat(person.script(names.formatted("/root/again/*")).run().orThrow()).isEqualTo(
				person.script(names.formatted("/root/*-" + persona.plan().shape().design().id())).run().orThrow());
	}

	@Test
	void preflightTakesItsOwnHostAndRefusesForeignFilesOtherPasswordsAndAnotherCluster() {
		Root host = bundle(Persona.MONITORING).host("pg1");
		host.script("mkdir -p /root/preflight; cat >/root/preflight/preflight.sh <<'SCRIPT'\n"
				+ Parts.bundle(Persona.MONITORING.plan(), Map.of()).file("hosts/pg1/preflight.sh").text() + "SCRIPT")
			.run()
			.orThrow();
		assertThat(preflight(host, "").text()).isEmpty();
		assertThat(preflight(host, "mv /etc/pg-ha /root/claim; ").text())
			.contains("is not from these files: move it away");
		host.script("rm -rf /etc/pg-ha; mv /root/claim /etc/pg-ha").run().orThrow();
		assertThat(preflight(host, STOPPED_CLUSTER).text()).contains("PostgreSQL 17/main does not run",
				"pg_dropcluster");
		host.script("tar -xPf /root/files.tar; rm /usr/local/bin/pg_lsclusters; data=/var/lib/postgresql/17/patroni; "
				+ "mkdir -p $data; echo 17 >$data/PG_VERSION")
			.run()
			.orThrow();
		assertThat(preflight(host, "").failed()).isFalse();
		assertThat(preflight(host, "sum=0000; ").text()).contains("other passwords", "prepare.sh --from");
		assertThat(preflight(host, "sed -i.kept 's/^scope: .*/scope: \"other\"/' /etc/patroni/config.yml; ").text())
			.contains("is another one", "scope: \"main\"");
		host.script("mv /etc/patroni/config.yml.kept /etc/patroni/config.yml; rm -r /var/lib/postgresql/17/patroni")
			.run()
			.orThrow();
	}

	/** However long that takes; one that starts for another reason has its limit. */
	@Test
	void whoCopiedTheLeaderMayReplayForLong() {
		assertThat(bundle(Persona.MONITORING).host("pg1").script("""
				python3 - <<'END'
				from importlib.machinery import SourceFileLoader

				tool = SourceFileLoader("tool", "/usr/local/sbin/pg-ha-cluster").load_module()
				now = 0


				def settle(*states):
				    global now
				    left = list(states)

				    def members():
				        left.pop(0)
				        if left:
				            raise SystemExit("not yet")

				    def sleep(seconds):
				        global now
				        now += seconds

				    tool.members = members
				    tool.ask = lambda path: {"members": [{"name": "pg2", "state": left[0]}]}
				    tool.time.monotonic, tool.time.sleep = lambda: now, sleep
				    try:
				        tool.settle(20)
				        return "settled"
				    except SystemExit as reason:
				        return str(reason)


				print(settle("creating replica", *["creating replica"] * 100, *["starting"] * 1000, "streaming"))
				print(settle("starting", *["starting"] * 100, "streaming"))
				END
				""").run().orThrow()).endsWith("settled\nnot yet\n");
	}

	/** A host with none of the files, and a cluster of somebody who has stopped it. */
	private static final String STOPPED_CLUSTER = """
			files=$(sed -n 's/^\\t\\t\\(\\/.*\\) \\\\$/\\1/p' /root/preflight/preflight.sh)
			tar -cPf /root/files.tar /etc/pg-ha $files
			rm -rf /etc/pg-ha $files
			printf '#!/bin/sh\\necho 17 main 5432 down postgres /data /log\\n' >/usr/local/bin/pg_lsclusters
			chmod 755 /usr/local/bin/pg_lsclusters
			PATH=/usr/local/bin:$PATH
			""";

	/**
	 * Runs it with the sum of the host's own passwords, unless the preparation says else.
	 */
	private static Output preflight(Root host, String preparation) {
		Output output = host
			.script("sum=$(sha256sum </etc/patroni_env.conf | cut -d' ' -f1); " + preparation
					+ "sh /root/preflight/preflight.sh $sum")
			.run();
		assertThat(output.failed()).as(output.text()).isEqualTo(!preparation.isEmpty());
		return output;
	}

	private static String listing(Root person) {
		return person.script("cd /root/*-*/; find . -type f -exec sha256sum {} + | sort").run().orThrow();
	}

	private static UnpackedBundle bundle(Persona persona) {
		UnpackedBundle bundle = BUNDLES.get(persona);
		assertThat(bundle).isNotNull();
		return bundle;
	}

	private static String firstDatabase(Persona persona) {
		return persona.plan().with(Role.POSTGRESQL).get(0).name().value();
	}

}
