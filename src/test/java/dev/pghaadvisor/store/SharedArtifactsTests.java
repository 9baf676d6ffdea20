package dev.pghaadvisor.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.pghaadvisor.AdvisorApplication;
import dev.pghaadvisor.advice.Consultation;
import dev.pghaadvisor.advice.Consultations;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests what happens to a zip that several people store and delete at once. */
@SpringBootTest(classes = AdvisorApplication.class, properties = "spring.datasource.url=jdbc:h2:mem:reports")
class SharedArtifactsTests {

	private static final int PEOPLE = 8;

	private static final int ROUNDS = 20;

	private final Reports reports;

	@Autowired
	SharedArtifactsTests(Reports reports) {
		this.reports = reports;
	}

	@Test
	void storingAndDeletingTheSameDesignAtOnceLosesNothing() throws InterruptedException, ExecutionException {
		Consultation consultation = Consultations.ADVISOR.consult(Consultations.MONITORING, Map.of());
		ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
		try {
			List<Future<List<Created>>> kept = new ArrayList<>();
			for (int person = 0; person < PEOPLE; person++) {
				kept.add(people.submit(() -> storeAndDeleteEverySecond(consultation)));
			}
			for (Future<List<Created>> future : kept) {
				assertThat(future.get()).hasSize(ROUNDS / 2)
					.allSatisfy((created) -> assertThat(this.reports.find(created.token())).isInstanceOfSatisfying(
							Lookup.Found.class, (found) -> assertThat(found.report().zip()).isNotNull()));
			}
		}
		finally {
			people.shutdownNow();
		}
	}

	private List<Created> storeAndDeleteEverySecond(Consultation consultation) {
		List<Created> kept = new ArrayList<>();
		for (int round = 0; round < ROUNDS; round++) {
			Created created = this.reports.create(consultation, true);
			if (round % 2 == 0) {
				kept.add(created);
			}
			else {
				assertThat(this.reports.delete(created.token(), created.deletionToken())).isEqualTo(Deletion.DONE);
			}
		}
		return kept;
	}

}
