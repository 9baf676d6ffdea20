package dev.pghaadvisor.lab;

import java.util.List;
import java.util.Map;

import dev.pghaadvisor.bundle.Persona;
import dev.pghaadvisor.parts.Parts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link WayIn}. */
class WayInTests {

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "MONITORING, 192.0.2.100:5432/app, ''",
			"SHOP, 192.0.2.100:5000/app, 192.0.2.100:5001/app",
			"STARTUP, '192.0.2.11:5432,192.0.2.12:5432,192.0.2.13:5432/app?targetServerType=primary', "
					+ "'192.0.2.11:5433,192.0.2.12:5433,192.0.2.13:5433/app?targetServerType=secondary'",
			"FLEET, '192.0.2.11:5432,192.0.2.12:5432,192.0.2.13:5432/app?targetServerType=primary&hostRecheckSeconds=2', ''" })
	void applicationsOfTheLabConnectAsTheReadmeTells(Persona persona, String write, String read) {
		WayIn door = new WayIn(persona.plan(), null);
		assertThat(door.write()).isEqualTo(write);
		assertThat(door.read()).isEqualTo(read);
		String readme = Parts.bundle(persona.plan(), Map.of()).file("README.md").text();
		if (persona.plan().balancer() == null) {
			assertThat(readme).contains(write.replaceFirst("[?].*", ""));
		}
		for (String url : List.of(write, read)) {
			assertThat(url.replaceFirst("^[^?]*[?]?", "").split("&")).allMatch(readme::contains);
		}
	}

}
