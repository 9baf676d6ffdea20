package dev.pghaadvisor.advice;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link Glance}. */
class GlanceTests {

	@Test
	void countsHostsAndMovingParts() {
		Glance full = Glance.of(Consultations.full());
		assertThat(full.title()).isEqualTo("Full, 8 hosts");
		assertThat(full.groups()).containsExactly(new Glance.Group(3, List.of("PostgreSQL", "Patroni")),
				new Glance.Group(3, List.of("etcd")), new Glance.Group(2, List.of("HAProxy", "Keepalived")));
		assertThat(full.programs()).contains(new Glance.Program("Patroni", 3), new Glance.Program("HAProxy", 2));
		assertThat(full.parts()).isEqualTo(13);
		Glance simple = Glance.of(Consultations.simple());
		assertThat(simple.title()).isEqualTo("Simple, 3 hosts");
		assertThat(simple.groups())
			.containsExactly(new Glance.Group(3, List.of("PostgreSQL", "Patroni", "etcd", "Keepalived")));
		assertThat(simple.outage()).isEqualTo("38.6\u00a0s");
	}

	@Test
	void namesTheWayIn() {
		assertThat(Glance.of(Consultations.full()).entry()).contains("virtual address");
		assertThat(Glance.of(Consultations.ADVISOR.consult(Map.of("network", "gcp"), Map.of())).entry())
			.contains("load balancer");
	}

	@Test
	void hasNothingToCountWithoutADesign() {
		assertThat(Glance.of(Consultations.blocked()))
			.isEqualTo(new Glance("No design fits", 0, List.of(), List.of(), "", ""));
	}

}
