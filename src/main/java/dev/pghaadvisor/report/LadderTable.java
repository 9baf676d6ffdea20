package dev.pghaadvisor.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.pghaadvisor.advice.Consultation;
import dev.pghaadvisor.advice.Rung;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Footprint;
import dev.pghaadvisor.plan.Rebuild;
import org.jspecify.annotations.Nullable;

/** Puts the sizes that answers allow beside each other, and what each step buys. */
final class LadderTable {

	/** Less than that is noise of the formulas, in seconds. */
	private static final double NOTHING = 0.05;

	private LadderTable() {
	}

	static List<ReportView.Size> of(Consultation consultation) {
		ClusterPlan plan = consultation.plan();
		List<ReportView.Size> sizes = new ArrayList<>();
		Rung before = null;
		for (Rung rung : consultation.ladder()) {
			sizes.add(size(rung, before, why(rung, plan)));
			before = rung;
		}
		return sizes;
	}

	/** The same for every size: each copies the same database over the same network. */
	static String rebuild(@Nullable ClusterPlan plan) {
		if (plan == null) {
			return "";
		}
		Rebuild rebuild = Rebuild.of(plan);
		return "A database host that is lost for good leaves one copy less until a host in its place has copied %d GB: about %s at %s, %s, and longer where disks are slower. %s"
			.formatted(rebuild.gigabytes(), rebuild.time(), rebuild.speed(),
					rebuild.isAtItsFastest() ? "the most that pg_basebackup takes"
							: "half of the " + rebuild.network() + " between the hosts",
					(plan.shape().footprint().databases() == 2) ? "Until then there is no other copy."
							: "Until then there are two.");
	}

	/** What asks for this size; null unless it is the recommended one. */
	private static @Nullable String why(Rung rung, @Nullable ClusterPlan plan) {
		return (plan != null && rung.shape().footprint() == plan.shape().footprint())
				? plan.advice().settings().reason(Footprint.CHOICE.id()).because() : null;
	}

	private static ReportView.Size size(Rung rung, @Nullable Rung before, @Nullable String why) {
		return new ReportView.Size(Sides.size(rung.shape().footprint()), why != null, rung.hosts(), rung.services(),
				"%s, at worst %s".formatted(seconds(rung.lost().expected()), seconds(rung.lost().worst())),
				rung.loss().possible() ? "up to %.0f s of writes".formatted(rung.loss().seconds())
						: rung.synchronous().on() ? "nothing, while a standby confirms" : "nothing",
				rung.availability().percent() + " %", Sides.survives(rung.shape(), rung.synchronous()),
				Stream.of((before == null) ? "" : more(rung, before), (why != null) ? "Recommended: " + why : "")
					.filter((part) -> !part.isEmpty())
					.collect(Collectors.joining(" ")));
	}

	private static String more(Rung rung, Rung before) {
		List<String> parts = new ArrayList<>();
		double shorter = before.lost().expected() - rung.lost().expected();
		if (Math.abs(shorter) >= NOTHING) {
			parts.add(
					"%s %s after a lost leader".formatted(seconds(Math.abs(shorter)), (shorter > 0) ? "less" : "more"));
		}
		double year = (before.secondsPerYear() - rung.secondsPerYear()) / 60;
		if (Math.abs(year) >= NOTHING) {
			parts.add(String.format(Locale.ROOT, "%.1f minutes of outage a year %s", Math.abs(year),
					(year > 0) ? "less" : "more"));
		}
		List<String> survives = new ArrayList<>(Sides.survives(rung.shape(), rung.synchronous()));
		survives.removeAll(Sides.survives(before.shape(), before.synchronous()));
		survives.forEach((one) -> parts.add("survives " + Character.toLowerCase(one.charAt(0)) + one.substring(1)));
		if (parts.isEmpty()) {
			parts.add("nothing that can be counted");
		}
		return String.join("; ", parts) + "; for " + counted(rung.hosts() - before.hosts(), "host") + " and "
				+ counted(rung.services() - before.services(), "service") + ".";
	}

	private static String counted(int number, String what) {
		return (number == 0) ? "no " + what + " more" : Math.abs(number) + " " + what
				+ ((Math.abs(number) == 1) ? "" : "s") + ((number > 0) ? " more" : " less");
	}

	private static String seconds(double seconds) {
		return String.format(Locale.ROOT, "%.1f s", seconds);
	}

}
