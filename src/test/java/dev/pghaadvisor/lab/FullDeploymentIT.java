package dev.pghaadvisor.lab;

import dev.pghaadvisor.bundle.Persona;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/** The full design on eight hosts. */
@Order(Lanes.SECOND_LONGEST)
@DisabledIfSystemProperty(named = "lab.shapes", matches = ".+", disabledReason = "other shapes are deployed")
class FullDeploymentIT extends DeploymentTest {

	FullDeploymentIT() {
		take(Persona.SHOP);
	}

	@Test
	@Order(55)
	void whatItsReadmeShowsIsKept() {
		assertThat(deployment().record(plan())).content().contains("PLAY RECAP", "of these lost", "| Leader");
	}

}
