package dev.pghaadvisor.bundle;

import java.util.List;
import java.util.Map;

import dev.pghaadvisor.plan.Platform;
import dev.pghaadvisor.plan.Role;

/**
 * A program or an option, as far as it is a part of bundles: what it puts on hosts. What
 * it adds to files of the whole bundle lies beside its templates, see {@link Piece}.
 */
public interface Furnishing {

	/** Puts on a host what belongs there; nothing if the host has no part in it. */
	void furnish(Sheet sheet, Furniture host);

	/** Names of the passwords that it needs, in the order in which they are made. */
	default List<String> secrets() {
		return List.of();
	}

	/**
	 * Packages that restart what they bring when they are upgraded, by the role whose
	 * hosts have them: unattended upgrades have to leave them alone.
	 */
	default Map<Role, List<String>> packagesToHoldBack(Platform platform) {
		return Map.of();
	}

}
