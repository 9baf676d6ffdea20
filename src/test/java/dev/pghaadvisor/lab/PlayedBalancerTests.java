package dev.pghaadvisor.lab;

import dev.pghaadvisor.bundle.Persona;
import dev.pghaadvisor.plan.Balancer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Tests for {@link PlayedBalancer}. */
class PlayedBalancerTests {

	private static final String WRITE = """
			listen write
			    bind 192.0.2.8:5432
			    option httpchk GET /primary
			    http-check expect status 200
			    server pg1 192.0.2.11:5432
			    server pg2 192.0.2.12:5432
			    server pg3 192.0.2.13:5432
			""";

	@Test
	void itProbesAsTheReadmeSaysAndLeadsToAnyHostWhileNoneIsHealthy() {
		assertThat(PlayedBalancer.configuration(Persona.STARTUP.plan(), Balancer.AWS))
			.contains("default-server check port 8008 inter 5s rise 2 fall 2\n", WRITE + """
					    option allbackups
					    server any-pg1 192.0.2.11:5432 backup no-check
					    server any-pg2 192.0.2.12:5432 backup no-check
					    server any-pg3 192.0.2.13:5432 backup no-check
					listen read
					    bind 192.0.2.8:5433
					    option httpchk GET /replica?lag=""");
	}

	@Test
	void oneThatNobodyKnowsLeadsNowhereThen() {
		assertThat(PlayedBalancer.configuration(Persona.STARTUP.plan(), Balancer.OTHER)).contains(WRITE)
			.doesNotContain("backup");
	}

	@Test
	void whatTheLabCannotPlayIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PlayedBalancer.configuration(Persona.STARTUP.plan(), Balancer.GCP))
			.withMessageContaining("Google");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PlayedBalancer.configuration(Persona.MONITORING.plan(), Balancer.AWS))
			.withMessageContaining("simple-3");
	}

}
