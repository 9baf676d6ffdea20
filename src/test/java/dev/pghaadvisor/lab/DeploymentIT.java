package dev.pghaadvisor.lab;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.pghaadvisor.bundle.Persona;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Host;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Does what a bundle's README says, on servers without any of the packages and without
 * any network but their own: if a step needs a hand, the bundle is wrong.
 */
@Requires(Requirement.LAB)
@SpringBootTest(properties = "spring.datasource.url=jdbc:h2:mem:deployments")
@AutoConfigureMockMvc
class DeploymentIT {

	private static final Pattern RECAP_WITHOUT_CHANGE = Pattern.compile("ok=\\d+ +changed=0 +unreachable=0 +failed=0 ");

	@Autowired
	private MockMvcTester application;

	/** Comma-separated shapes to deploy instead of the two reference layouts. */
	private static final String WANTED = System.getProperty("lab.shapes", "");

	static Stream<Persona> personas() {
		return WANTED.isEmpty() ? Stream.of(Persona.MONITORING, Persona.SHOP)
				: Arrays.stream(WANTED.split(",")).map(Persona::of);
	}

	/** In an everyday run one layout loses a host and is installed by hand as well. */
	private static boolean whole(Persona persona) {
		return !WANTED.isEmpty() || persona == Persona.MONITORING;
	}

	@ParameterizedTest
	@MethodSource("personas")
	void theZipBecomesAClusterByPlaybookAndTheSameOneByHand(Persona persona) {
		ClusterPlan plan = persona.plan();
		Download download = Download.of(this.application, persona.answers());
		Parts parts = new Parts(persona.shape());
		Map<String, List<String>> byPlaybook;
		byte[] prepared;
		try (Servers servers = parts.part("booting " + plan.hosts().size() + " servers", () -> Servers.boot(plan))) {
			Deployment deployment = new Deployment(servers, download, parts);
			deployment.unpackAndPrepare();
			prepared = deployment.prepared();
			deployment.install();
			deployment.verify();
			deployment.writeThrough(plan);
			Deployment.Drilled drilled = deployment.switchOverUnderLoad(plan);
			itWentAsPromised(drilled.table());
			JsonNode written = drilled.written();
			System.out.println(persona.shape() + ": switchover with a writer on: " + written);
			assertThat(written.path("lost").asInt(-1)).isZero();
			assertThat(written.path("writing").asBoolean()).isTrue();
			assertThat(written.path("acknowledged").asInt()).isGreaterThan(50);
			assertThat(recap(deployment.playbook("site.yml", "second site.yml"))).hasSameSizeAs(plan.hosts())
				.allMatch((line) -> RECAP_WITHOUT_CHANGE.matcher(line).find());
			byPlaybook = settings(servers, plan);
			if (!whole(persona)) {
				return;
			}
			DrillTable lost = deployment.losePower(plan);
			itWentAsPromised(lost);
			// Nobody takes over before the lock of the lost leader has expired.
			assertThat(lost.measured("seconds without a write")).allMatch((seconds) -> seconds > 5);
			deployment.verify();
			deployment.replaceHost(plan);
			deployment.verify();
			deployment.writeThrough(plan);
			deployment.record(plan);
		}
		try (Servers servers = Servers.boot(plan)) {
			Deployment deployment = new Deployment(servers, download, parts);
			deployment.unpackPrepared(prepared);
			deployment.installByHand(plan, "install.sh on every host, nothing installed");
			deployment.waitForReplicas(plan);
			deployment.verify();
			deployment.writeThrough(plan);
			assertThat(deployment.installByHand(plan, "second install.sh on every host"))
				.allSatisfy((name, output) -> assertThat(output).isEqualTo("nothing to change on " + name + "\n"));
			Map<String, List<String>> byHand = settings(servers, plan);
			byPlaybook
				.forEach((name, settings) -> assertThat(byHand.get(name)).as(name).containsExactlyElementsOf(settings));
		}
		parts.total();
	}

	private static void itWentAsPromised(DrillTable table) {
		System.out.println(table.text());
		assertThat(table.text()).contains(" leads instead of ", "the forecast");
		assertThat(table.measured("of these lost")).containsOnly(0.0);
		assertThat(table.measured("acknowledged writes")).allMatch((count) -> count > 50);
	}

	private static Map<String, List<String>> settings(Servers servers, ClusterPlan plan) {
		Map<String, List<String>> settings = new LinkedHashMap<>();
		for (Host host : plan.hosts()) {
			settings.put(host.name().toString(), servers.settings(host.address().toString()));
		}
		return settings;
	}

	private static List<String> recap(String output) {
		return output.substring(output.indexOf("PLAY RECAP")).lines().filter((line) -> line.contains("ok=")).toList();
	}

}
