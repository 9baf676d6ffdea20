package dev.pghaadvisor.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.pghaadvisor.bundle.Persona;
import dev.pghaadvisor.forecast.Scenario;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Host;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One cluster, and everything that is shown on it, in order: to install it takes longer
 * than any of the steps. Does what a bundle's README says, on servers without any of the
 * packages and without any network but their own: if a step needs a hand, the bundle is
 * wrong.
 */
@Requires(Requirement.LAB)
@OnTheApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(Stepwise.class)
abstract class DeploymentTest {

	private static final Pattern RECAP_WITHOUT_CHANGE = Pattern.compile("ok=\\d+ +changed=0 +unreachable=0 +failed=0 ");

	private Persona persona;

	private Map<String, Object> inventory;

	private ClusterPlan plan;

	private Stopwatch stopwatch;

	private Servers servers;

	private Deployment deployment;

	@Autowired
	private MockMvcTester application;

	/** Names whose bundle is deployed, before the first step. */
	final void take(Persona persona) {
		take(persona, Map.of());
	}

	/** The same with parts of an inventory as the API takes them. */
	final void take(Persona persona, Map<String, Object> inventory) {
		this.persona = persona;
		this.inventory = inventory;
		this.plan = persona.plan(inventory);
		this.stopwatch = new Stopwatch(persona.shape());
	}

	@AfterAll
	void end() {
		if (this.servers != null) {
			this.servers.close();
			this.servers = null;
			this.stopwatch.total();
		}
	}

	@Test
	@Order(10)
	void theZipBecomesAClusterByPlaybook() {
		this.servers = this.stopwatch.part("booting " + this.plan.hosts().size() + " servers",
				() -> Servers.boot(this.plan));
		this.deployment = new Deployment(this.servers,
				Download.of(this.application, this.persona.answers(), this.inventory), this.stopwatch);
		this.deployment.unpackAndPrepare();
		itLooksWithoutClaimingAnything();
		this.deployment.install();
		this.deployment.verify();
		this.deployment.writeThrough(this.plan);
	}

	private void itLooksWithoutClaimingAnything() {
		assertThat(this.deployment.playbook("--check --diff --tags files site.yml", "what a first run would do"))
			.contains("Nothing is here yet: a first run installs ");
		this.plan.hosts()
			.forEach((host) -> this.servers.on(host.address().toString(), "test ! -e /etc/pg-ha").run().orThrow());
	}

	@Test
	@Order(20)
	void itsOwnDrillHandsOverUnderWrites() {
		Deployment.Drilled drilled = this.deployment.switchOverUnderLoad(this.plan);
		itWentAsPromised(drilled.table());
		JsonNode written = drilled.written();
		System.out.println(this.persona.shape() + ": switchover with a writer on: " + written);
		assertThat(written.path("lost").asInt(-1)).isZero();
		assertThat(written.path("writing").asBoolean()).isTrue();
		assertThat(written.path("acknowledged").asInt()).isGreaterThan(50);
	}

	@Test
	@Order(30)
	void theSamePlaybookAgainChangesNothing() {
		assertThat(recap(this.deployment.playbook("site.yml", "second site.yml"))).hasSameSizeAs(this.plan.hosts())
			.allMatch((line) -> RECAP_WITHOUT_CHANGE.matcher(line).find());
	}

	/**
	 * The part of the evidence that every run of the tests repeats, with any way in.
	 * Times are printed, not judged, since this machine may be busy; promises are.
	 */
	@Test
	@Order(50)
	void withApplicationsOnItSurvivesTheLossOfItsLeaderAndHandsOver() {
		try (Stage stage = Stage.set(this.servers, this.plan, this.deployment.applicationPassword())) {
			Recording recording = new Recording(stage);
			List<Drill> drills = List.of(Drill.of(Scenario.LEADER_POWEROFF).atMost(1),
					Drill.of(Scenario.SWITCHOVER).atMost(1));
			this.stopwatch.part("drills with applications on", () -> {
				recording.play(drills, (each) -> {
				});
				return drills;
			});
			assertThat(recording.runs()).hasSameSizeAs(drills)
				.allSatisfy((name, runs) -> assertThat(runs).singleElement().satisfies((run) -> {
					assertThat(run.broken()).as(name).isEmpty();
					assertThat(run.observation().outage("transaction", run.observation().fault() - 2))
						.as("an outage of " + name)
						.isGreaterThan(0.5);
					assertThat(run.observation().lost("pool")).isZero();
				}));
		}
	}

	static void itWentAsPromised(DrillTable table) {
		System.out.println(table.text());
		assertThat(table.text()).contains(" leads instead of ", "the forecast");
		assertThat(table.measured("of these lost")).containsOnly(0.0);
		assertThat(table.measured("acknowledged writes")).allMatch((count) -> count > 50);
	}

	private static List<String> recap(String output) {
		return output.substring(output.indexOf("PLAY RECAP")).lines().filter((line) -> line.contains("ok=")).toList();
	}

	/** Every setting of every server, see {@link Servers#settings}. */
	static Map<String, List<String>> settings(Servers servers, ClusterPlan plan) {
		Map<String, List<String>> settings = new LinkedHashMap<>();
		for (Host host : plan.hosts()) {
			settings.put(host.name().toString(), servers.settings(host.address().toString()));
		}
		return settings;
	}

	Persona persona() {
		return this.persona;
	}

	ClusterPlan plan() {
		return this.plan;
	}

	Stopwatch stopwatch() {
		return this.stopwatch;
	}

	Servers servers() {
		return this.servers;
	}

	Deployment deployment() {
		return this.deployment;
	}

	MockMvcTester application() {
		return this.application;
	}

}
