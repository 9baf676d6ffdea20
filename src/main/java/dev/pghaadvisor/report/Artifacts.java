package dev.pghaadvisor.report;

import org.springframework.data.jpa.repository.JpaRepository;

/** The stored zips. */
interface Artifacts extends JpaRepository<Artifact, String> {

}
