package dev.pghaadvisor.lab;

import java.util.Map;

import dev.pghaadvisor.bundle.Persona;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The full design on eight hosts, with names that have to be quoted where they are used.
 */
@Order(Lanes.SECOND_LONGEST)
@DisabledIfSystemProperty(named = "lab.shapes", matches = ".+", disabledReason = "other shapes are deployed")
class FullDeploymentIT extends DeploymentTest {

	/** Upper case and hyphens mean something else in SQL without quotes. */
	private static final Map<String, Object> NAMES = Map.of("cluster", "prod-eu-1", "database", "My-App",
			"applicationUser", "App-Writer_1");

	FullDeploymentIT() {
		// What READMEs show is captured with the names of the examples.
		take(Persona.SHOP, Recorder.UPDATES ? Map.of() : NAMES);
	}

	@Test
	@Order(55)
	void whatItsReadmeShowsIsKept() {
		assertThat(deployment().record(plan())).content().contains("PLAY RECAP", "of these lost", "| Leader");
	}

}
