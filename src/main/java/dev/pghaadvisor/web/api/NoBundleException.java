package dev.pghaadvisor.web.api;

import java.util.List;

/** A good request for files that do not exist. */
final class NoBundleException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	NoBundleException(List<String> reasons) {
		super(String.join(" ", reasons));
	}

}
