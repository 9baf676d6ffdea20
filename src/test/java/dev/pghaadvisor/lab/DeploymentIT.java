package dev.pghaadvisor.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.pghaadvisor.bundle.Bundle;
import dev.pghaadvisor.bundle.Bundles;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.rules.Design;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Does what a bundle's README says, on servers without any of the packages and without
 * any network but their own: if a step needs a hand, the bundle is wrong.
 */
@Requires(Requirement.LAB)
class DeploymentIT {

	private static final Pattern RECAP_WITHOUT_CHANGE = Pattern.compile("ok=\\d+ +changed=0 +unreachable=0 +failed=0 ");

	@ParameterizedTest
	@EnumSource(Design.class)
	void theZipBecomesACluster(Design design) {
		ClusterPlan plan = ExamplePlans.of(design);
		Bundle bundle = Bundles.of(plan, Map.of());
		Parts parts = new Parts(plan.shape().footprint().id());
		try (Servers servers = parts.part("booting " + plan.hosts().size() + " servers", () -> boot(plan))) {
			Deployment deployment = new Deployment(servers, bundle, parts);
			deployment.unpackAndPrepare();
			deployment.install();
			deployment.verify();
			deployment.writeThrough(plan);
			JsonNode written = deployment.switchOverUnderLoad(plan);
			System.out.println(plan.shape().footprint().id() + ": switchover with a writer on: " + written);
			assertThat(written.path("lost").asInt(-1)).isZero();
			assertThat(written.path("writing").asBoolean()).isTrue();
			assertThat(written.path("acknowledged").asInt()).isGreaterThan(100);
			assertThat(recap(deployment.playbook("site.yml", "second site.yml"))).hasSameSizeAs(plan.hosts())
				.allMatch((line) -> RECAP_WITHOUT_CHANGE.matcher(line).find());
			deployment.record(plan);
		}
		parts.total();
	}

	private static Servers boot(ClusterPlan plan) {
		Map<String, String> addresses = new LinkedHashMap<>();
		plan.hosts().forEach((host) -> addresses.put(host.name().toString(), host.address().toString()));
		return Servers.boot(addresses, plan.inventory().networkInterface().toString());
	}

	private static List<String> recap(String output) {
		return output.substring(output.indexOf("PLAY RECAP")).lines().filter((line) -> line.contains("ok=")).toList();
	}

}
