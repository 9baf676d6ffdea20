package dev.pghaadvisor.report;

import java.util.ArrayList;
import java.util.List;

import dev.pghaadvisor.advice.Consultation;
import dev.pghaadvisor.advice.Outlook;
import dev.pghaadvisor.forecast.Forecast;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.Footprint;
import dev.pghaadvisor.plan.Placement;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.plan.Synchronous;
import dev.pghaadvisor.rules.Design;

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
			consultation.outlook(design)
				.ifPresent((outlook) -> sides.add(side(outlook, design == recommended, plan.synchronous())));
		}
		return sides;
	}

	private static ReportView.Side side(Outlook outlook, boolean recommended, Synchronous synchronous) {
		Design design = outlook.shape().design();
		Footprint footprint = outlook.shape().footprint();
		Entry entry = outlook.shape().entry();
		List<String> measured = outlook.measured();
		List<ReportView.Outage> outages = outlook.forecasts().stream().map(Sides::outage).toList();
		return switch (design) {
			case SIMPLE ->
				new ReportView.Side(design.id(), Wording.title(design, entry), recommended, footprint.hosts(),
						parts(footprint, entry), Wording.wayIn(design, entry), survives(outlook.shape(), synchronous),
						List.of(footprint.etcdBesideDatabases()
								? "The loss of two hosts at once: etcd has lost its majority too"
								: "The loss of etcd's majority together with a database host"),
						entry.balanced() ? List.of("Fewest machines and parts", "No router to run and to understand")
								: List.of("Fewest machines and parts", "PostgreSQL sees the clients' own addresses",
										"No hop between application and database"),
						outages, measured);
			case FULL -> new ReportView.Side(design.id(), Wording.title(design, entry), recommended, footprint.hosts(),
					parts(footprint, entry), Wording.wayIn(design, entry), survives(outlook.shape(), synchronous),
					List.of("The loss of every HAProxy host: data is safe, but there is no way in",
							"The loss of etcd's majority together with a database host"),
					List.of("Sessions to a host that lost the lock are cut, instead of lingering on a read-only server",
							"A pool of replicas to read from, which goes on during a failover",
							"Routing does not depend on how clients find their way in",
							"Not gained: HAProxy by itself neither shortens a failover nor ends read-only errors; "
									+ "the timing of the checks does"),
					outages, measured);
		};
	}

	private static List<String> parts(Footprint footprint, Entry entry) {
		boolean full = footprint.design() == Design.FULL;
		List<String> parts = new ArrayList<>();
		parts.add("PostgreSQL and Patroni on %d hosts".formatted(footprint.databases()));
		parts.add(!footprint.etcdBesideDatabases() ? "etcd on %d hosts of its own".formatted(footprint.etcdHosts())
				: footprint.hasWitness() ? "etcd on the same 2 hosts and on a small third one"
						: "etcd on the same 3 hosts");
		List<String> door = new ArrayList<>();
		if (full) {
			door.add("HAProxy");
		}
		if (entry == Entry.KEEPALIVED) {
			door.add("Keepalived");
		}
		if (!door.isEmpty()) {
			parts.add(String.join(" and ", door) + ((footprint.routers() > 0)
					? " on %d hosts of their own".formatted(footprint.routers()) : " on the database hosts"));
		}
		if (entry != Entry.KEEPALIVED) {
			parts.add(outside(entry));
		}
		return parts;
	}

	/** A footprint in a few words. */
	static String size(Footprint footprint) {
		return switch (footprint) {
			case SIMPLE_2W -> "Simple, two hosts and a witness";
			case SIMPLE_3 -> "Simple, three hosts";
			case SIMPLE_6 -> "Simple, six hosts";
			case FULL_2W -> "Full, two hosts and a witness";
			case FULL_3 -> "Full, three hosts";
			case FULL_5 -> "Full, five hosts";
			case FULL_8 -> "Full, eight hosts";
		};
	}

	/** What the way in is made of where no host of the cluster holds it. */
	private static String outside(Entry entry) {
		return entry.balanced() ? "A balancer that is not part of the files" : "Drivers with a list of hosts";
	}

	static List<String> survives(Shape shape, Synchronous synchronous) {
		Footprint footprint = shape.footprint();
		List<String> survives = new ArrayList<>(List.of("The loss of any one host",
				"The loss of etcd's quorum while every database host answers " + "(failsafe mode)"));
		if (shape.placement() == Placement.THREE_SITES) {
			survives.add("The loss of any one site, or of the line to it");
		}
		if (footprint.databases() > 2) {
			survives.add("The loss of a database host with two copies of the data left");
		}
		if (footprint.routers() > 0) {
			survives.add("The loss of a database host without a change of the way in");
		}
		if (!footprint.etcdBesideDatabases()) {
			survives.add((!synchronous.on() || synchronous.nodeCount() == 2)
					? "The loss of any two database hosts at once"
					: "The loss of two database hosts at once, unless they are the leader and its synchronous standby");
		}
		return survives;
	}

	private static ReportView.Outage outage(Forecast forecast) {
		return new ReportView.Outage(forecast.scenario().id(), forecast.scenario().title(), forecast.best(),
				forecast.expected(), forecast.worst(), forecast.unbounded(), forecast.clientSees(), forecast.how(),
				forecast.evidence(), forecast.recording());
	}

}
