package dev.pghaadvisor.bundle;

import java.util.List;
import java.util.Map;

import dev.pghaadvisor.parts.ExamplePlan;
import dev.pghaadvisor.plan.InvalidInventoryException;
import dev.pghaadvisor.rules.Design;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HostileInputTests {

	@ParameterizedTest
	@ValueSource(strings = { "pg1\n  bind *:1", "../..", "<script>", "a;reboot", "$(reboot)", "`reboot`",
			"{{ lookup }}", "a\u202eb", "a b", "'", "\"", "@if(true)", "a\u0000b", "" })
	void whatIsTypedGetsIntoNoFile(String text) {
		for (String field : List.of("cluster", "interface", "database", "applicationUser", "vip")) {
			assertThatExceptionOfType(InvalidInventoryException.class).as(field)
				.isThrownBy(() -> ExamplePlan.of(Design.SIMPLE, Map.of(), Map.of(field, text)));
		}
		assertThatExceptionOfType(InvalidInventoryException.class)
			.isThrownBy(() -> ExamplePlan.of(Design.SIMPLE, Map.of(), Map.of("applicationCidrs", List.of(text))));
		assertThatExceptionOfType(InvalidInventoryException.class).isThrownBy(() -> ExamplePlan.of(Design.SIMPLE,
				Map.of("entry", "cloud-lb", "balancer", "aws"), Map.of("balancerCidrs", List.of(text))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\nb", "a\rb", "a\u0000b", "a\u0085b", "a\u2028b" })
	void noQuotedValueBreaksALine(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Quoting.yaml(text));
		assertThat(Comments.lines("Because " + text + " is so.", 0)).isEqualTo("# Because a b is so.");
	}

}
