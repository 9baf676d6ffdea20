package dev.pghaadvisor.report;

import java.util.Map;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

/**
 * A report that was made before, with what it was made from.
 *
 * @param view what it says
 * @param answers the answers as given, not-sure kept
 * @param inventory the inventory in the API's shape; null if blocked
 * @param files the files that came with it by their path below the bundle's folder; empty
 * if there were none
 */
public record EarlierReport(ReportView view, Map<String, String> answers, @Nullable Map<String, Object> inventory,
		SortedMap<String, byte[]> files) {

}
