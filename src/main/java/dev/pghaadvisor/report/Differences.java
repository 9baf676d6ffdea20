package dev.pghaadvisor.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares what two reports say, name by name. */
final class Differences {

	private Differences() {
	}

	/**
	 * What the second says otherwise, in the order of the first, what is new at the end.
	 */
	static List<Difference> between(String kind, Map<String, String> then, Map<String, String> now) {
		List<Difference> differences = new ArrayList<>();
		then.forEach((name, value) -> {
			if (!value.equals(now.get(name))) {
				differences.add(new Difference(kind + name, value, now.getOrDefault(name, Difference.ABSENT)));
			}
		});
		now.forEach((name, value) -> {
			if (!then.containsKey(name)) {
				differences.add(new Difference(kind + name, Difference.ABSENT, value));
			}
		});
		return differences;
	}

	/** Value by setting. */
	static Map<String, String> settings(ReportView view) {
		return view.settings()
			.stream()
			.collect(Collectors.toMap(ReportView.Chosen::name, ReportView.Chosen::value, (one, other) -> one,
					LinkedHashMap::new));
	}

	/** Message by rule. */
	static Map<String, String> notices(List<ReportView.Notice> notices) {
		return notices.stream()
			.collect(Collectors.toMap(ReportView.Notice::rule, ReportView.Notice::message, (one, other) -> one,
					LinkedHashMap::new));
	}

	/** Reason by rule. */
	static Map<String, String> reasons(ReportView view) {
		return view.reasons()
			.stream()
			.collect(Collectors.toMap(ReportView.Reason::rule, ReportView.Reason::because, (one, other) -> one,
					LinkedHashMap::new));
	}

}
