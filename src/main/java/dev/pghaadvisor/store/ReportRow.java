package dev.pghaadvisor.store;

import java.time.Instant;

import dev.pghaadvisor.report.ReportView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Persistable;

/** A report as stored; once deleted only the fact that it was is kept. */
@Entity
@Table(name = "report")
class ReportRow implements Persistable<String> {

	private static final int MOST_CHARACTERS = 1_000_000;

	@Id
	private String token = "";

	private String deletionSha256 = "";

	private Instant created = Instant.EPOCH;

	private boolean deleted;

	private String rulesVersion = "";

	private String generatorVersion = "";

	@Column(length = MOST_CHARACTERS)
	private @Nullable String answers;

	@Column(length = MOST_CHARACTERS)
	private @Nullable String inventory;

	@Column(length = MOST_CHARACTERS)
	private @Nullable String snapshot;

	private @Nullable String artifactSha256;

	@Transient
	private boolean stored;

	/** For JPA. */
	protected ReportRow() {
	}

	ReportRow(String token, String deletionSha256, Instant created, ReportView view, String answers,
			@Nullable String inventory, String snapshot, @Nullable String artifactSha256) {
		this.token = token;
		this.deletionSha256 = deletionSha256;
		this.created = created;
		this.rulesVersion = view.rulesVersion();
		this.generatorVersion = view.generatorVersion();
		this.answers = answers;
		this.inventory = inventory;
		this.snapshot = snapshot;
		this.artifactSha256 = artifactSha256;
	}

	void delete() {
		this.deleted = true;
		this.answers = null;
		this.inventory = null;
		this.snapshot = null;
		this.artifactSha256 = null;
	}

	@Override
	public String getId() {
		return this.token;
	}

	@Override
	public boolean isNew() {
		return !this.stored;
	}

	String deletionSha256() {
		return this.deletionSha256;
	}

	Instant created() {
		return this.created;
	}

	boolean deleted() {
		return this.deleted;
	}

	String rulesVersion() {
		return this.rulesVersion;
	}

	String generatorVersion() {
		return this.generatorVersion;
	}

	@Nullable String answers() {
		return this.answers;
	}

	@Nullable String inventory() {
		return this.inventory;
	}

	@Nullable String snapshot() {
		return this.snapshot;
	}

	@Nullable String artifactSha256() {
		return this.artifactSha256;
	}

	/**
	 * Says that the row is to be inserted again, after its transaction was rolled back.
	 */
	void markNew() {
		this.stored = false;
	}

	@PostLoad
	@PostPersist
	void markStored() {
		this.stored = true;
	}

}
