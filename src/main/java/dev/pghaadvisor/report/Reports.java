package dev.pghaadvisor.report;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.pghaadvisor.plan.ClusterPlan;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps reports: what was stored never changes, and what was acknowledged is there. */
public class Reports {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Advisor advisor;

	private final ReportRows rows;

	private final Artifacts artifacts;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Reports(Advisor advisor, ReportRows rows, Artifacts artifacts, TransactionTemplate transaction, Clock clock) {
		this.advisor = advisor;
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
		Consultation shared = withAddresses ? consultation : this.advisor.withExampleAddresses(consultation);
		ReportView view = this.advisor.view(shared);
		ClusterPlan plan = shared.plan();
		byte[] zip = shared.hasBundle() ? this.advisor.bundle(shared).zip() : null;
		String sha256 = (zip != null) ? keep(zip) : null;
		Created created = new Created(Token.random(), Token.random());
		ReportRow row = new ReportRow(created.token(), Token.sha256(created.deletionToken()), Instant.now(this.clock),
				view, JSON.writeValueAsString(shared.advice().answers().given()),
				(plan != null) ? JSON.writeValueAsString(plan.inventory().toMap()) : null,
				JSON.writeValueAsString(view), sha256);
		this.transaction.executeWithoutResult((status) -> {
			// Between the two transactions the last report that shared the zip may have
			// been deleted, and the zip with it.
			if (zip != null && sha256 != null && !this.artifacts.existsById(sha256)) {
				this.artifacts.save(new Artifact(sha256, zip));
			}
			this.rows.save(row);
		});
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

	/** Two reports of equal design may arrive at once: the second finds the zip there. */
	private String keep(byte[] zip) {
		String sha256 = Token.sha256(zip);
		if (!this.artifacts.existsById(sha256)) {
			try {
				this.transaction.executeWithoutResult((status) -> this.artifacts.save(new Artifact(sha256, zip)));
			}
			catch (DataIntegrityViolationException ex) {
				if (!this.artifacts.existsById(sha256)) {
					throw ex;
				}
			}
		}
		return sha256;
	}

	private void remove(ReportRow row) {
		String artifact = row.artifactSha256();
		row.delete();
		this.rows.save(row);
		if (artifact != null && !this.rows.existsByArtifactSha256(artifact)) {
			try {
				this.artifacts.deleteById(artifact);
			}
			catch (DataIntegrityViolationException ex) {
				// Somebody shared the same files in this moment: they stay.
			}
		}
	}

	private Lookup lookup(ReportRow row) {
		String snapshot = row.snapshot();
		String answers = row.answers();
		if (row.deleted() || snapshot == null || answers == null) {
			return new Lookup.Deleted();
		}
		return new Lookup.Found(new StoredReport(row.getId(), row.created(), row.rulesVersion(), row.generatorVersion(),
				JSON.readValue(snapshot, ReportView.class),
				JSON.readValue(answers, new TypeReference<Map<String, String>>() {
				}), inventory(row.inventory()), zip(row.artifactSha256())));
	}

	private static @Nullable Map<String, Object> inventory(@Nullable String json) {
		return (json != null) ? JSON.readValue(json, new TypeReference<Map<String, Object>>() {
		}) : null;
	}

	private byte @Nullable [] zip(@Nullable String sha256) {
		return (sha256 != null) ? this.artifacts.findById(sha256).orElseThrow().bytes() : null;
	}

}
