package dev.pghaadvisor.advice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.pghaadvisor.forecast.Forecast;
import dev.pghaadvisor.forecast.Scenario;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Host;
import dev.pghaadvisor.plan.Role;
import dev.pghaadvisor.rules.Design;

/**
 * A consultation in the numbers that fit beside a question.
 *
 * @param title the design and its size in two or three words
 * @param hosts how many hosts; 0 if blocked
 * @param groups equal hosts counted, in the order of the plan
 * @param programs what runs, with how many of it, in the order of {@link Role}
 * @param entry how clients get in; empty if blocked
 * @param outage the longest write outage after the leader's host is lost; empty if
 * blocked
 */
public record Glance(String title, int hosts, List<Group> groups, List<Program> programs, String entry, String outage) {

	public Glance {
		groups = List.copyOf(groups);
		programs = List.copyOf(programs);
	}

	/** Hosts that do the same. */
	public record Group(int hosts, List<String> programs) {

	}

	/** A moving part. */
	public record Program(String name, int count) {

	}

	static Glance of(Consultation consultation) {
		ClusterPlan plan = consultation.plan();
		Design design = consultation.advice().design();
		if (plan == null || design == null) {
			return new Glance("No design fits", 0, List.of(), List.of(), "", "");
		}
		int hosts = plan.hosts().size();
		return new Glance(
				name(design) + ", "
						+ (plan.shape().footprint().hasWitness() ? hosts - 1 + " hosts and a witness"
								: hosts + " hosts"),
				hosts, groups(plan), programs(plan), plan.shape().entry().title(),
				outage(consultation.outlook(design).map(Outlook::forecasts).orElse(List.of())));
	}

	/** How many moving parts there are. */
	public int parts() {
		return this.programs.stream().mapToInt(Program::count).sum();
	}

	private static String name(Design design) {
		return switch (design) {
			case SIMPLE -> "Simple";
			case FULL -> "Full";
		};
	}

	private static List<Group> groups(ClusterPlan plan) {
		Map<Set<Role>, Long> counted = plan.hosts()
			.stream()
			.collect(Collectors.groupingBy(Host::roles, LinkedHashMap::new, Collectors.counting()));
		return counted.entrySet()
			.stream()
			.map((entry) -> new Group(entry.getValue().intValue(),
					entry.getKey().stream().flatMap((role) -> role.programs().stream()).toList()))
			.toList();
	}

	private static List<Program> programs(ClusterPlan plan) {
		List<Program> programs = new ArrayList<>();
		for (Role role : Role.values()) {
			int count = plan.with(role).size();
			if (count > 0) {
				role.programs().forEach((name) -> programs.add(new Program(name, count)));
			}
		}
		return programs;
	}

	private static String outage(List<Forecast> forecasts) {
		Forecast forecast = forecasts.stream()
			.filter((candidate) -> candidate.scenario() == Scenario.LEADER_POWEROFF)
			.findFirst()
			.orElse(null);
		return (forecast == null) ? "" : forecast.unbounded() ? "until someone fixes it" : seconds(forecast.worst());
	}

	private static String seconds(double seconds) {
		return String.format(Locale.ROOT, "%.1f\u00a0s", seconds);
	}

}
