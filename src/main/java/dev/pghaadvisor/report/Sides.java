package dev.pghaadvisor.report;

import java.util.ArrayList;
import java.util.List;

import dev.pghaadvisor.forecast.Forecast;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Footprint;
import dev.pghaadvisor.plan.Synchronous;
import dev.pghaadvisor.rules.Design;
import org.jspecify.annotations.Nullable;

/**
 * Both designs side by side. What each survives is arithmetic of quorums; what the full
 * one gains is what drills showed, not what is often claimed of it.
 */
final class Sides {

	private Sides() {
	}

	static List<ReportView.Side> of(Consultation consultation) {
		ClusterPlan plan = consultation.plan();
		if (plan == null) {
			return List.of();
		}
		Design recommended = plan.shape().design();
		Design other = (recommended == Design.SIMPLE) ? Design.FULL : Design.SIMPLE;
		List<ReportView.Side> sides = new ArrayList<>();
		for (Design design : List.of(recommended, other)) {
			List<Forecast> forecasts = consultation.forecasts(design);
			Footprint footprint = (design == recommended) ? plan.shape().footprint() : Footprint.FULL_8;
			sides.add(side(design, design == recommended, footprint, plan.synchronous(), forecasts));
		}
		return sides;
	}

	private static ReportView.Side side(Design design, boolean recommended, @Nullable Footprint footprint,
			Synchronous synchronous, List<Forecast> forecasts) {
		List<ReportView.Span> spans = forecasts.stream().map(Sides::span).toList();
		return switch (design) {
			case SIMPLE -> new ReportView.Side(design.id(), Wording.title(design), recommended, 3,
					List.of("PostgreSQL and Patroni on 3 hosts", "etcd on the same 3 hosts",
							"Keepalived on the same 3 hosts"),
					"The host whose Patroni holds the leader lock; nobody while there is no leader.",
					List.of("The loss of any one host",
							"The loss of etcd's quorum while every database host answers " + "(failsafe mode)"),
					List.of("The loss of two hosts at once: etcd has lost its majority too"),
					List.of("Fewest machines and parts", "PostgreSQL sees the clients' own addresses",
							"No hop between application and database"),
					spans);
			case FULL -> new ReportView.Side(design.id(), Wording.title(design), recommended, hosts(footprint),
					parts(footprint), "One of the HAProxy hosts, whichever database host leads.",
					survives(footprint, synchronous),
					List.of("The loss of every HAProxy host: data is safe, but there is no way in",
							"The loss of etcd's majority together with a database host"),
					List.of("Sessions to a host that lost the lock are cut, instead of lingering on a read-only server",
							"A pool of replicas to read from, which goes on during a failover",
							"Routing does not depend on who holds the virtual address",
							"Not gained: HAProxy by itself neither shortens a failover nor ends read-only errors; "
									+ "the timing of the checks does"),
					spans);
		};
	}

	private static int hosts(@Nullable Footprint footprint) {
		return (footprint == Footprint.FULL_3) ? 3 : (footprint == Footprint.FULL_5) ? 5 : 8;
	}

	private static List<String> parts(@Nullable Footprint footprint) {
		String etcd = (footprint == Footprint.FULL_8) ? "etcd on 3 hosts of its own" : "etcd on the database hosts";
		String haproxy = (footprint == Footprint.FULL_3) ? "HAProxy and Keepalived on the database hosts"
				: "HAProxy and Keepalived on 2 hosts";
		return List.of("PostgreSQL and Patroni on 3 hosts", etcd, haproxy);
	}

	private static List<String> survives(@Nullable Footprint footprint, Synchronous synchronous) {
		List<String> survives = new ArrayList<>(List.of("The loss of any one host",
				"The loss of etcd's quorum while every database host answers " + "(failsafe mode)"));
		if (footprint == Footprint.FULL_8) {
			survives.add((!synchronous.on() || synchronous.nodeCount() == 2)
					? "The loss of any two database hosts at once"
					: "The loss of two database hosts at once, unless they are the leader and its synchronous standby");
		}
		return survives;
	}

	private static ReportView.Span span(Forecast forecast) {
		return new ReportView.Span(forecast.scenario().id(), forecast.scenario().title(), forecast.best(),
				forecast.expected(), forecast.worst(), forecast.unbounded(), forecast.clientSees(), forecast.how(),
				forecast.evidence());
	}

}
