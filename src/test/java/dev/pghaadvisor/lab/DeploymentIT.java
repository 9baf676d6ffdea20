package dev.pghaadvisor.lab;

import java.util.Arrays;
import java.util.stream.Stream;

import dev.pghaadvisor.bundle.Persona;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any other shapes, only when asked for: {@code -Dlab.shapes} names them, separated by
 * commas.
 */
@ParameterizedClass
@MethodSource("personas")
@EnabledIfSystemProperty(named = "lab.shapes", matches = ".+")
class DeploymentIT extends WholeDeploymentTest {

	@Parameter
	private Persona wanted;

	@BeforeParameterizedClassInvocation
	void begin() {
		take(this.wanted);
	}

	@AfterParameterizedClassInvocation
	void endOfOne() {
		end();
	}

	static Stream<Persona> personas() {
		return Arrays.stream(System.getProperty("lab.shapes", "").split(",")).map(Persona::of);
	}

}
