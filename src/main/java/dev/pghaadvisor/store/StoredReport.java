package dev.pghaadvisor.store;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;

import dev.pghaadvisor.report.EarlierReport;
import dev.pghaadvisor.report.ReportView;
import org.jspecify.annotations.Nullable;

/**
 * What a link leads to.
 *
 * @param token the secret in the link
 * @param created when it was stored
 * @param rulesVersion the rules of that time
 * @param generatorVersion the program of that time
 * @param view what it says; never changes
 * @param answers the answers as given, not-sure kept
 * @param inventory the inventory in the API's shape; null if blocked
 * @param zip the files; null if there are none
 */
public record StoredReport(String token, Instant created, String rulesVersion, String generatorVersion, ReportView view,
		Map<String, String> answers, @Nullable Map<String, Object> inventory, byte @Nullable [] zip) {

	/** The files by their path below the zip's folder; empty if there are none. */
	public SortedMap<String, byte[]> files() {
		return (this.zip != null) ? ZipContents.files(this.zip) : Collections.emptySortedMap();
	}

	/** What today's rules are compared with. */
	public EarlierReport earlier() {
		return new EarlierReport(this.view, this.answers, this.inventory, files());
	}

	/** What the download is called; empty if there is none. */
	public String fileName() {
		return (this.zip != null) ? ZipContents.folder(this.zip) + ".zip" : "";
	}

}
