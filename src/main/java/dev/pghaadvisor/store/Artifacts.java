package dev.pghaadvisor.store;

import org.springframework.data.jpa.repository.JpaRepository;

/** The stored zips. */
interface Artifacts extends JpaRepository<Artifact, String> {

}
