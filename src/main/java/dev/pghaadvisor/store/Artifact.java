package dev.pghaadvisor.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.springframework.data.domain.Persistable;

/** A zip, kept once however many reports share it. */
@Entity
@Table(name = "artifact")
class Artifact implements Persistable<String> {

	@Id
	private String sha256;

	private byte[] bytes;

	@Transient
	private boolean stored;

	/** For JPA. */
	protected Artifact() {
		this("", new byte[0]);
	}

	Artifact(String sha256, byte[] bytes) {
		this.sha256 = sha256;
		this.bytes = bytes;
	}

	@Override
	public String getId() {
		return this.sha256;
	}

	@Override
	public boolean isNew() {
		return !this.stored;
	}

	byte[] bytes() {
		return this.bytes.clone();
	}

	@PostLoad
	@PostPersist
	void markStored() {
		this.stored = true;
	}

}
