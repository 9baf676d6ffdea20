package dev.pghaadvisor.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.pghaadvisor.advice.Consultation;
import dev.pghaadvisor.report.ReportView;
import dev.pghaadvisor.report.ReportWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps reports: what was stored never changes, and what was acknowledged is there. */
public class Reports {

	private static final int MOST_ATTEMPTS = 20;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final ReportWriter writer;

	private final ReportRows rows;

	private final Artifacts artifacts;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Reports(ReportWriter writer, ReportRows rows, Artifacts artifacts, TransactionTemplate transaction, Clock clock) {
		this.writer = writer;
		this.rows = rows;
		this.artifacts = artifacts;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Stores a consultation with its files.
	 * @param consultation what was advised
	 * @param withAddresses whether names and addresses are kept, or replaced by examples
	 * @return the tokens, once everything is on disk
	 */
	public Created create(Consultation consultation, boolean withAddresses) {
		Consultation shared = withAddresses ? consultation : consultation.withExampleAddresses();
		ReportView view = this.writer.view(shared);
		Map<String, ?> inventory = shared.inventory();
		byte[] zip = shared.hasBundle() ? this.writer.bundle(shared).zip() : null;
		Artifact artifact = (zip != null) ? new Artifact(Token.sha256(zip), zip) : null;
		Created created = new Created(Token.random(), Token.random());
		ReportRow row = new ReportRow(created.token(), Token.sha256(created.deletionToken()), Instant.now(this.clock),
				view, JSON.writeValueAsString(shared.given()),
				(inventory != null) ? JSON.writeValueAsString(inventory) : null, JSON.writeValueAsString(view),
				(artifact != null) ? artifact.getId() : null);
		store(row, artifact);
		return created;
	}

	/** What is behind a token. */
	public Lookup find(String token) {
		if (!Token.isValid(token)) {
			return new Lookup.Unknown();
		}
		return this.rows.findById(token).map(this::lookup).orElseGet(Lookup.Unknown::new);
	}

	/** Deletes a report for whoever holds its deletion token. */
	public Deletion delete(String token, String deletionToken) {
		if (!Token.isValid(token)) {
			return Deletion.UNKNOWN;
		}
		ReportRow row = this.rows.findById(token).orElse(null);
		if (row == null) {
			return Deletion.UNKNOWN;
		}
		if (row.deleted()) {
			return Deletion.GONE;
		}
		if (!Token.matches(deletionToken, row.deletionSha256())) {
			return Deletion.REFUSED;
		}
		remove(row);
		return Deletion.DONE;
	}

	/** Deletes what was stored before that moment. Returns how many reports. */
	int deleteOlderThan(Instant moment) {
		List<ReportRow> old = this.rows.findByDeletedFalseAndCreatedBefore(moment);
		old.forEach(this::remove);
		return old.size();
	}

	/**
	 * Others may store the same zip in this moment, or delete the last report that shared
	 * it: the database refuses what would not fit together, and it is tried again.
	 */
	private void store(ReportRow row, @Nullable Artifact artifact) {
		untilItFits(() -> {
			row.markNew();
			this.transaction.executeWithoutResult((status) -> {
				if (artifact != null && !this.artifacts.existsById(artifact.getId())) {
					this.artifacts.save(new Artifact(artifact.getId(), artifact.bytes()));
				}
				this.rows.save(row);
			});
		});
	}

	private static void untilItFits(Runnable transaction) {
		for (int attempt = 1;; attempt++) {
			try {
				transaction.run();
				return;
			}
			catch (DataIntegrityViolationException | ConcurrencyFailureException ex) {
				if (attempt == MOST_ATTEMPTS) {
					throw ex;
				}
			}
		}
	}

	/** Report and zip go together or not at all. */
	private void remove(ReportRow row) {
		String artifact = row.artifactSha256();
		row.delete();
		untilItFits(() -> this.transaction.executeWithoutResult((status) -> {
			this.rows.saveAndFlush(row);
			if (artifact != null && !this.rows.existsByArtifactSha256(artifact)) {
				this.artifacts.deleteById(artifact);
			}
		}));
	}

	private Lookup lookup(ReportRow row) {
		String snapshot = row.snapshot();
		String answers = row.answers();
		if (row.deleted() || snapshot == null || answers == null) {
			return new Lookup.Deleted();
		}
		byte[] zip = zip(row.artifactSha256());
		if (row.artifactSha256() != null && zip == null) {
			// Deleted between the two reads.
			return new Lookup.Deleted();
		}
		return new Lookup.Found(new StoredReport(row.getId(), row.created(), row.rulesVersion(), row.generatorVersion(),
				JSON.readValue(snapshot, ReportView.class),
				JSON.readValue(answers, new TypeReference<Map<String, String>>() {
				}), inventory(row.inventory()), zip));
	}

	private static @Nullable Map<String, Object> inventory(@Nullable String json) {
		return (json != null) ? JSON.readValue(json, new TypeReference<Map<String, Object>>() {
		}) : null;
	}

	private byte @Nullable [] zip(@Nullable String sha256) {
		byte[] zip = (sha256 != null) ? this.artifacts.findById(sha256).map(Artifact::bytes).orElse(null) : null;
		if (zip != null && !Token.sha256(zip).equals(sha256)) {
			throw new IllegalStateException("The stored zip " + sha256 + " is damaged");
		}
		return zip;
	}

}
