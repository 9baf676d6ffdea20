package dev.pghaadvisor.web.reports;

import dev.pghaadvisor.store.Lookup;
import dev.pghaadvisor.store.StoredReport;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Turns what is behind a token into a report or the right status. */
public final class FoundReport {

	private FoundReport() {
	}

	/**
	 * The report.
	 * @throws ResponseStatusException 404 if nobody stored it, 410 if it was deleted
	 */
	public static StoredReport of(Lookup lookup) {
		if (lookup instanceof Lookup.Found found) {
			return found.report();
		}
		throw new ResponseStatusException((lookup instanceof Lookup.Deleted) ? HttpStatus.GONE : HttpStatus.NOT_FOUND);
	}

}
