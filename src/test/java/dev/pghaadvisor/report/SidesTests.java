package dev.pghaadvisor.report;

import java.util.Map;

import dev.pghaadvisor.advice.Consultation;
import dev.pghaadvisor.advice.Consultations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link Sides}. */
class SidesTests {

	@ParameterizedTest
	@CsvSource({ "three, 3, 3, etcd on the same 3 hosts", "five, 3, 5, etcd on the same 3 hosts",
			"eight-or-more, 6, 8, etcd on 3 hosts of its own" })
	void theOtherDesignIsDrawnOnTheHostsThatThereAre(String hosts, int own, int other, String etcd) {
		Consultation consultation = Consultations.ADVISOR.consult(Map.of("criticality", "internal", "failover-errors",
				"tolerated", "network", "routed", "availability", "99.99", "hosts", hosts), Map.of());
		assertThat(Sides.of(consultation)).extracting(ReportView.Side::hosts).containsExactly(own, other);
		assertThat(Sides.of(consultation).get(1).parts()).contains(etcd);
	}

}
