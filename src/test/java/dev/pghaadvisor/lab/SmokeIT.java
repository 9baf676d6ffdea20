package dev.pghaadvisor.lab;

import java.util.List;
import java.util.stream.Stream;

import dev.pghaadvisor.bundle.Persona;
import dev.pghaadvisor.forecast.Scenario;
import dev.pghaadvisor.plan.ClusterPlan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The part of the evidence that every run of the tests repeats: both designs are
 * deployed, lose the leader's host and hand over on purpose, with applications on. Times
 * are printed, not judged, since this machine may be busy; promises are.
 */
@Requires(Requirement.LAB)
@SpringBootTest(properties = "spring.datasource.url=jdbc:h2:mem:smoke")
@AutoConfigureMockMvc
class SmokeIT {

	@Autowired
	private MockMvcTester application;

	static Stream<Persona> personas() {
		return Stream.of(Persona.MONITORING, Persona.SHOP);
	}

	@ParameterizedTest
	@MethodSource("personas")
	void aClusterSurvivesTheLossOfItsLeaderAndHandsOver(Persona persona) {
		ClusterPlan plan = persona.plan();
		Parts parts = new Parts("smoke " + persona.shape());
		try (Servers servers = Servers.boot(plan)) {
			Deployment deployment = new Deployment(servers, Download.of(this.application, persona.answers()), parts);
			deployment.unpackAndPrepare();
			deployment.install();
			deployment.verify();
			try (Stage stage = Stage.set(servers, plan, deployment.applicationPassword())) {
				Recording recording = new Recording(stage);
				List<Drill> drills = List.of(Drill.of(Scenario.LEADER_POWEROFF).once(),
						Drill.of(Scenario.SWITCHOVER).once());
				recording.play(drills, (each) -> {
				});
				assertThat(recording.runs()).hasSameSizeAs(drills)
					.allSatisfy((scenario, runs) -> assertThat(runs).singleElement().satisfies((run) -> {
						assertThat(run.broken()).as(scenario.title()).isEmpty();
						assertThat(run.observation().outage("transaction", run.observation().fault() - 2))
							.as("an outage of " + scenario.id())
							.isGreaterThan(0.5);
						assertThat(run.observation().lost("pool")).isZero();
					}));
			}
		}
		parts.total();
	}

}
