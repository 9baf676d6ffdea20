package dev.pghaadvisor.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one run of a drill showed, before it is judged. Times are seconds of the epoch.
 *
 * @param fault when something was done
 * @param repaired when the last repair was made; the same as the fault without one
 * @param ended when the run was over
 * @param attempts of all applications, from shortly before the fault until the end
 * @param seen of each host, in one line of time, from before the fault
 * @param rows {@code client number} of all rows found afterwards
 */
record Observation(double fault, double repaired, double ended, List<Attempt> attempts,
		Map<String, List<Watch.Seen>> seen, Set<String> rows) {

	private static final String READ_ONLY = "25006";

	/**
	 * The longest time without a success.
	 * @param from only what lies after this moment counts
	 */
	double outage(String client, double from) {
		double longest = 0;
		double last = Double.NaN;
		for (Attempt attempt : of(client)) {
			if (attempt.acknowledged()) {
				double since = Double.isNaN(last) ? from : Math.max(from, last);
				longest = Math.max(longest, attempt.ended() - since);
				last = attempt.ended();
			}
		}
		return Math.max(longest, this.ended - (Double.isNaN(last) ? from : Math.max(from, last)));
	}

	/** The attempt that took longest. */
	double longestHang(String client) {
		return of(client).stream().mapToDouble(Attempt::took).max().orElse(0);
	}

	/** How often each SQLSTATE was met. */
	Map<String, Integer> errors(String client) {
		Map<String, Integer> errors = new TreeMap<>();
		of(client).stream()
			.filter((attempt) -> !attempt.acknowledged())
			.forEach((attempt) -> errors.merge(attempt.detail(), 1, Integer::sum));
		return errors;
	}

	int readOnlyErrors(String client) {
		return errors(client).getOrDefault(READ_ONLY, 0);
	}

	/** For how long attempts were answered by a server that only reads. */
	double readOnlySeconds(String client) {
		double seconds = 0;
		double began = Double.NaN;
		for (Attempt attempt : of(client)) {
			if (!attempt.detail().equals(READ_ONLY)) {
				began = Double.NaN;
			}
			else {
				seconds += attempt.ended() - (Double.isNaN(began) ? attempt.began() : began);
				began = attempt.ended();
			}
		}
		return seconds;
	}

	/** Acknowledged rows that are not there. */
	int lost(String client) {
		return (int) of(client).stream()
			.filter(Attempt::acknowledged)
			.filter((attempt) -> !this.rows.contains(client + " " + attempt.number()))
			.count();
	}

	/** The longest pause of the lab's own machine. */
	double stall() {
		return longestHang(Attempt.STALL);
	}

	/**
	 * For how long two servers took writes in turn: from the first success of a newer one
	 * to the last success of an older one.
	 */
	double twoWritable() {
		Map<String, Double> first = new HashMap<>();
		Map<String, Double> last = new HashMap<>();
		for (String client : Applications.WRITERS) {
			for (Attempt attempt : of(client)) {
				if (attempt.acknowledged()) {
					first.merge(attempt.detail(), attempt.ended(), Math::min);
					last.merge(attempt.detail(), attempt.began(), Math::max);
				}
			}
		}
		double longest = 0;
		for (String one : first.keySet()) {
			for (String other : first.keySet()) {
				if (first.get(one) < first.get(other)) {
					longest = Math.max(longest, Math.min(last.get(one), last.get(other)) - first.get(other));
				}
			}
		}
		return longest;
	}

	/** How many servers took writes; one that started anew is another one. */
	int servers() {
		return (int) Applications.WRITERS.stream()
			.flatMap((client) -> of(client).stream())
			.filter(Attempt::acknowledged)
			.map(Attempt::detail)
			.distinct()
			.count();
	}

	/**
	 * How many hosts had the virtual address at once, for longer than two looks.
	 */
	int addressHolders() {
		Set<Double> moments = new TreeSet<>();
		this.seen.values().forEach((changes) -> changes.forEach((change) -> moments.add(change.at())));
		int most = 0;
		List<Double> times = new ArrayList<>(moments);
		times.add(this.ended);
		Map<Integer, Double> since = new HashMap<>();
		for (double time : times) {
			if (time > this.ended) {
				break;
			}
			int holders = (int) this.seen.values().stream().filter((changes) -> at(changes, time).address()).count();
			for (int number = 2; number <= this.seen.size(); number++) {
				if (holders < number) {
					Double began = since.remove(number);
					most = (began != null && lasts(began, time)) ? Math.max(most, number) : most;
				}
				else {
					since.putIfAbsent(number, time);
				}
			}
			most = Math.max(most, Math.min(holders, 1));
		}
		for (Map.Entry<Integer, Double> each : since.entrySet()) {
			most = lasts(each.getValue(), this.ended) ? Math.max(most, each.getKey()) : most;
		}
		return most;
	}

	private boolean lasts(double began, double ended) {
		return ended >= this.fault && ended - began > 2 * Watch.RESOLUTION;
	}

	/** For how long without a break a host had the address and did not lead. */
	double addressOffLeader() {
		double longest = 0;
		for (List<Watch.Seen> changes : this.seen.values()) {
			double began = Double.NaN;
			for (Watch.Seen change : changes) {
				boolean off = change.address() && !change.leads();
				if (off && Double.isNaN(began)) {
					began = change.at();
				}
				else if (!off && !Double.isNaN(began)) {
					longest = (change.at() >= this.fault) ? Math.max(longest, change.at() - Math.max(began, this.fault))
							: longest;
					began = Double.NaN;
				}
			}
			if (!Double.isNaN(began)) {
				longest = Math.max(longest, this.ended - Math.max(began, this.fault));
			}
		}
		return longest;
	}

	private static Watch.Seen at(List<Watch.Seen> changes, double time) {
		Watch.Seen state = new Watch.Seen(0, false, false);
		for (Watch.Seen change : changes) {
			if (change.at() > time) {
				return state;
			}
			state = change;
		}
		return state;
	}

	private List<Attempt> of(String client) {
		return this.attempts.stream().filter((attempt) -> attempt.client().equals(client)).toList();
	}

	/** Whether that client took part. */
	boolean has(String client) {
		return !of(client).isEmpty();
	}

}
