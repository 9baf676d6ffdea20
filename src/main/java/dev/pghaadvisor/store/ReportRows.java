package dev.pghaadvisor.store;

import java.time.Instant;
import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

/** The stored reports. */
interface ReportRows extends JpaRepository<ReportRow, String> {

	boolean existsByArtifactSha256(String sha256);

	List<ReportRow> findByDeletedFalseAndCreatedBefore(Instant instant);

}
