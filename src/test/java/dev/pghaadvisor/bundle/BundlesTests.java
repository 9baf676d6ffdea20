package dev.pghaadvisor.bundle;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import dev.pghaadvisor.parts.ExamplePlan;
import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.rules.Design;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BundlesTests {

	private static final Map<String, byte[]> REPORT = Map.of("report.html", "<p>".getBytes(StandardCharsets.UTF_8),
			"report.md", "#".getBytes(StandardCharsets.UTF_8));

	@ParameterizedTest
	@EnumSource
	void theSamePlanMakesTheSameBytes(Design design) {
		assertThat(bundle(design).zip()).isEqualTo(bundle(design).zip());
	}

	/** Whatever proxies the environment of root or of a service names. */
	@ParameterizedTest
	@EnumSource
	void nothingThatHostsAskEachOtherGoesThroughAProxy(Persona persona) {
		Parts.bundle(persona.plan(), Map.of()).files().forEach((path, file) -> {
			assertThat(file.text().lines().filter((line) -> line.contains("curl -"))).as(path)
				.allMatch((line) -> line.contains("curl --noproxy '*' "));
			assertThat(file.text().split("use_proxy: false", -1)).as(path)
				.hasSameSizeAs(file.text().split("ansible.builtin.uri:", -1));
		});
	}

	@ParameterizedTest
	@EnumSource
	void aBundleIsNamedAfterItsClusterAndDesign(Design design) {
		assertThat(bundle(design).name()).isEqualTo("main-" + design.id());
	}

	@ParameterizedTest
	@EnumSource
	void theSumOfWhatLandsOnHostsIsThatOfItsLines(Design design) {
		String lines = bundle(design).file("SHA256SUMS")
			.text()
			.lines()
			.filter((line) -> line.substring(66).matches("hosts/[^/]+/.+/.+"))
			.map((line) -> line + "\n")
			.collect(Collectors.joining());
		assertThat(Parts.hostsSha256(ExamplePlan.of(design))).isEqualTo(Sha256.hex(lines.getBytes()));
		assertThat(Parts.hostsSha256(ExamplePlan.of(design, Map.of("ttl", "40"), Map.of())))
			.isNotEqualTo(Parts.hostsSha256(ExamplePlan.of(design)));
	}

	@ParameterizedTest
	@EnumSource
	void checksumsNameEveryOtherFileAndAreTrue(Design design) {
		Bundle bundle = bundle(design);
		Set<String> named = new TreeSet<>();
		bundle.file("SHA256SUMS").text().lines().forEach((line) -> {
			String path = line.substring(66);
			assertThat(line.substring(0, 64)).isEqualTo(Sha256.hex(bundle.file(path).bytes()));
			named.add(path);
		});
		Set<String> others = new TreeSet<>(bundle.files().keySet());
		others.remove("SHA256SUMS");
		assertThat(named).isEqualTo(others);
	}

	@ParameterizedTest
	@EnumSource
	void whatIsListedIsThereAndWhatIsThereIsListed(Design design) {
		Bundle bundle = bundle(design);
		Set<String> listed = new TreeSet<>();
		for (JsonNode host : topology(bundle).get("hosts")) {
			String folder = "hosts/" + host.get("name").asString();
			listed.add(folder + "/install.sh");
			listed.add(folder + "/preflight.sh");
			for (JsonNode file : host.get("files")) {
				String path = folder + file.get("path").asString();
				if (file.get("secret").asBoolean()) {
					assertThat(bundle.files()).doesNotContainKey(path);
					assertThat(bundle.file("prepare.sh").text()).contains(file.get("path").asString());
				}
				else {
					listed.add(path);
				}
			}
		}
		assertThat(bundle.files().keySet()).filteredOn((path) -> path.startsWith("hosts/"))
			.containsExactlyInAnyOrderElementsOf(listed);
	}

	@ParameterizedTest
	@EnumSource
	void everyServiceStartsOnceAndPatroniStartsOnTheFirstHostBeforeTheOthers(Design design) {
		JsonNode topology = topology(bundle(design));
		Set<String> services = new TreeSet<>();
		for (JsonNode host : topology.get("hosts")) {
			host.get("services")
				.forEach((service) -> services.add(host.get("name").asString() + " " + service.asString()));
		}
		List<String> started = topology.get("start_order")
			.valueStream()
			.flatMap(JsonNode::valueStream)
			.map((start) -> start.get("host").asString() + " " + start.get("service").asString())
			.toList();
		assertThat(started).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(services);
		assertThat(started).containsSubsequence("pg1 patroni.service", "pg2 patroni.service");
	}

	@ParameterizedTest
	@EnumSource
	void yamlFilesAreReadBackAsTheyWereMeant(Design design) {
		Bundle bundle = bundle(design);
		for (String path : bundle.files().keySet()) {
			if (path.endsWith(".yml") || path.endsWith(".yaml")) {
				assertThat(yaml(bundle.file(path).text())).as(path).isNotNull();
			}
		}
		Map<?, ?> patroni = (Map<?, ?>) yaml(bundle.file("hosts/pg1/etc/patroni/config.yml").text());
		assertThat(patroni.get("name")).isEqualTo("pg1");
		assertThat(((Map<?, ?>) patroni.get("watchdog")).get("mode")).isEqualTo("automatic");
		Map<?, ?> bootstrap = (Map<?, ?>) patroni.get("bootstrap");
		Map<?, ?> dcs = (Map<?, ?>) bootstrap.get("dcs");
		assertThat(dcs.get("ttl")).isEqualTo(20);
		assertThat(dcs.get("failsafe_mode")).isEqualTo(true);
		assertThat(((Map<?, ?>) dcs.get("postgresql")).get("use_pg_rewind")).isEqualTo(true);
		assertThat(((Map<?, ?>) patroni.get("postgresql")).get("remove_data_directory_on_rewind_failure"))
			.isEqualTo(true);
		assertThat(bootstrap.get("initdb")).asInstanceOf(InstanceOfAssertFactories.LIST).contains("data-checksums");
	}

	@ParameterizedTest
	@EnumSource
	void nothingForbiddenIsInAnyFile(Design design) {
		for (BundleFile file : bundle(design).files().values()) {
			assertThat(file.text()).as(file.path())
				.doesNotContain("auth_pass", "0.0.0.0/0", "CHANGEME", "changeme", "localhost:3000")
				.doesNotContainPattern("\\b(weight|md5)\\b")
				.doesNotContainPattern("(?m)^\\s*-? *(host|local)\\b.*\\btrust\\b")
				.doesNotContainPattern("(?i)password[\"']?\\s*[:=]\\s*[\"']?(?!password)[a-z0-9]{6,}")
				.doesNotContainPattern("[$][{](sheet|cluster|host|member|file)[.}]")
				.doesNotContainPattern("(?m)[ \\t]+$");
		}
	}

	@ParameterizedTest
	@EnumSource
	void scriptsAreRunnableAndThoseOfTheShellAreValid(Design design, @TempDir Path folder) throws Exception {
		int scripts = 0;
		for (BundleFile file : bundle(design).files().values()) {
			if (file.text().startsWith("#!/usr/bin/python3\n")) {
				assertThat(file.mode()).as(file.path()).isEqualTo(0755);
			}
			else if (file.text().startsWith("#!")) {
				assertThat(file.text()).as(file.path()).startsWith("#!/bin/sh\n");
				assertThat(file.mode()).as(file.path()).isEqualTo(0755);
				Path script = Files.write(folder.resolve("script"), file.bytes());
				Process sh = new ProcessBuilder("sh", "-n", script.toString()).redirectErrorStream(true).start();
				assertThat(sh.waitFor(20, TimeUnit.SECONDS)).isTrue();
				assertThat(sh.exitValue()).as(file.path() + new String(sh.getInputStream().readAllBytes())).isZero();
				scripts++;
			}
			else {
				assertThat(file.mode()).as(file.path()).isEqualTo(0644);
			}
		}
		assertThat(scripts).isGreaterThan(10);
	}

	@Test
	void theSimpleDesignHasNoHaproxyAndYieldsEtcdLeadership() {
		Bundle bundle = bundle(Design.SIMPLE);
		assertThat(bundle.files().keySet()).noneMatch((path) -> path.contains("haproxy"))
			.contains("hosts/pg1/usr/local/sbin/pg-ha-etcd-yield");
		assertThat(bundle.file("hosts/pg1/etc/keepalived/check.sh").text()).contains("192.0.2.11:8008/primary");
	}

	@Test
	void theFullDesignKeepsEtcdToItselfAndYieldsNothing() {
		Bundle bundle = bundle(Design.FULL);
		assertThat(bundle.files().keySet()).noneMatch((path) -> path.contains("yield"))
			.contains("hosts/etcd1/etc/default/etcd", "hosts/lb2/etc/haproxy/haproxy.cfg")
			.doesNotContain("hosts/pg1/etc/default/etcd", "hosts/pg1/etc/keepalived/keepalived.conf");
		assertThat(bundle.file("hosts/lb1/etc/keepalived/check.sh").text()).contains("127.0.0.1:7000/alive");
	}

	@Test
	void synchronousModeOffNamesNoNodeCount() {
		String off = Parts
			.bundle(ExamplePlan.of(Design.SIMPLE, Map.of("synchronous-mode", "off", "primary-start-timeout", "30"),
					Map.of()), Map.of())
			.file("hosts/pg1/etc/patroni/config.yml")
			.text();
		assertThat(off).contains("synchronous_mode: false").doesNotContain("synchronous_node_count");
	}

	@Test
	void settingsSayWhichAnswerTheyCameFrom() {
		assertThat(bundle(Design.SIMPLE).file("hosts/pg1/etc/patroni/config.yml").text())
			.contains("    # From your answers: rto = 30s. A reason for ttl that a person can read.\n    ttl: 20\n");
	}

	@Test
	void documentsThatAreNoPlainFileNamesAreRefused() {
		for (String name : List.of("../x", "a/b", "README.md", "x\ny")) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> Parts.bundle(ExamplePlan.of(Design.SIMPLE), Map.of(name, new byte[0])));
		}
	}

	private static Bundle bundle(Design design) {
		return Parts.bundle(ExamplePlan.of(design), REPORT);
	}

	private static JsonNode topology(Bundle bundle) {
		return JsonMapper.builder().build().readTree(bundle.file("topology.json").bytes());
	}

	private static Object yaml(String text) {
		return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
	}

}
