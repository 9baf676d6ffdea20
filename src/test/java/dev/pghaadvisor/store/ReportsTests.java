package dev.pghaadvisor.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.pghaadvisor.AdvisorApplication;
import dev.pghaadvisor.advice.Advisor;
import dev.pghaadvisor.advice.Consultation;
import dev.pghaadvisor.advice.Consultations;
import dev.pghaadvisor.report.ReportWriter;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link Reports}. */
@SpringBootTest(classes = AdvisorApplication.class, properties = "spring.datasource.url=jdbc:h2:mem:reports")
class ReportsTests {

	private final Reports reports;

	private final Artifacts artifacts;

	private final Advisor advisor;

	private final ReportWriter writer;

	@Autowired
	ReportsTests(Reports reports, Artifacts artifacts, Advisor advisor, ReportWriter writer) {
		this.reports = reports;
		this.artifacts = artifacts;
		this.advisor = advisor;
		this.writer = writer;
	}

	@Test
	void whatWasStoredIsFoundUnchanged() {
		Consultation consultation = Consultations.full();
		Created created = this.reports.create(consultation, true);
		StoredReport report = found(created.token());
		assertThat(report.view()).isEqualTo(this.writer.view(consultation));
		assertThat(report.answers()).isEqualTo(consultation.advice().answers().given());
		assertThat(report.zip()).isEqualTo(this.writer.bundle(consultation).zip());
	}

	@Test
	void tokensAreLongAndNeverTheSame() {
		Created one = this.reports.create(Consultations.blocked(), true);
		Created other = this.reports.create(Consultations.blocked(), true);
		assertThat(one.token()).hasSize(22).isNotEqualTo(other.token()).isNotEqualTo(one.deletionToken());
	}

	@Test
	void equalDesignsShareOneZip() {
		long before = this.artifacts.count();
		Consultation consultation = this.advisor.consult(Consultations.MONITORING, Map.of("cluster", "shared"));
		this.reports.create(consultation, true);
		this.reports.create(consultation, true);
		assertThat(this.artifacts.count()).isEqualTo(before + 1);
	}

	@Test
	void deletingNeedsTheRightTokenAndLeavesNothingBehind() {
		Consultation consultation = this.advisor.consult(Consultations.MONITORING, Map.of("cluster", "deleted"));
		long before = this.artifacts.count();
		Created created = this.reports.create(consultation, true);
		assertThat(this.reports.delete(created.token(), created.token())).isEqualTo(Deletion.REFUSED);
		assertThat(this.reports.find(created.token())).isInstanceOf(Lookup.Found.class);
		assertThat(this.reports.delete(created.token(), created.deletionToken())).isEqualTo(Deletion.DONE);
		assertThat(this.reports.find(created.token())).isInstanceOf(Lookup.Deleted.class);
		assertThat(this.reports.delete(created.token(), created.deletionToken())).isEqualTo(Deletion.GONE);
		assertThat(this.artifacts.count()).isEqualTo(before);
	}

	@Test
	void deletingOneReportKeepsTheZipThatAnotherShares() {
		Consultation consultation = this.advisor.consult(Consultations.MONITORING, Map.of("cluster", "kept"));
		Created one = this.reports.create(consultation, true);
		Created other = this.reports.create(consultation, true);
		this.reports.delete(one.token(), one.deletionToken());
		assertThat(found(other.token()).zip()).isNotNull();
	}

	@Test
	void unknownAndMalformedTokensAreUnknown() {
		assertThat(this.reports.find("AAAAAAAAAAAAAAAAAAAAAA")).isInstanceOf(Lookup.Unknown.class);
		assertThat(this.reports.find("../../etc/passwd")).isInstanceOf(Lookup.Unknown.class);
		assertThat(this.reports.delete("AAAAAAAAAAAAAAAAAAAAAA", "x")).isEqualTo(Deletion.UNKNOWN);
	}

	@Test
	void sharedWithExampleAddressesNothingTypedIsKept() {
		Consultation mine = this.advisor.consult(Consultations.MONITORING,
				Map.of("cluster", "my-secret-name", "applicationCidrs", List.of("198.51.100.0/24")));
		StoredReport report = found(this.reports.create(mine, false).token());
		assertThat(report.view().toString()).doesNotContain("my-secret-name");
		assertThat(String.valueOf(report.inventory())).doesNotContain("my-secret-name", "198.51.100");
		Consultation example = this.advisor.consult(Consultations.MONITORING, Map.of());
		assertThat(report.zip()).isEqualTo(this.writer.bundle(example).zip());
	}

	@Test
	void sharedWithMyAddressesTheyAreKept() {
		Consultation mine = this.advisor.consult(Consultations.MONITORING, Map.of("cluster", "my-name"));
		assertThat(found(this.reports.create(mine, true).token()).view().cluster()).isEqualTo("my-name");
	}

	@Test
	void blockedAnswersAreStoredWithoutFiles() {
		StoredReport report = found(this.reports.create(Consultations.blocked(), true).token());
		assertThat(report.zip()).isNull();
		assertThat(report.inventory()).isNull();
		assertThat(report.view().blockers()).isNotEmpty();
	}

	@Test
	void onlyWhatIsOlderThanTheRetentionIsDeleted() {
		Created created = this.reports.create(Consultations.blocked(), true);
		assertThat(this.reports.deleteOlderThan(Instant.EPOCH)).isZero();
		assertThat(this.reports.find(created.token())).isInstanceOf(Lookup.Found.class);
		assertThat(this.reports.deleteOlderThan(Instant.now().plusSeconds(60))).isPositive();
		assertThat(this.reports.find(created.token())).isInstanceOf(Lookup.Deleted.class);
	}

	private StoredReport found(String token) {
		assertThat(this.reports.find(token)).isInstanceOf(Lookup.Found.class);
		return ((Lookup.Found) this.reports.find(token)).report();
	}

}
