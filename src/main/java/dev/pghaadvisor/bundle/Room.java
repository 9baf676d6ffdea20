package dev.pghaadvisor.bundle;

import dev.pghaadvisor.plan.Part;

/**
 * Everything about one program or option.
 *
 * @param part what it is in plans
 * @param furnishing what it is in bundles
 */
public record Room(Part part, Furnishing furnishing) {

	/** The name of its package, its templates' folder and its rules. */
	public String id() {
		return this.part.id();
	}

}
