package dev.pghaadvisor.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.Footprint;
import dev.pghaadvisor.plan.HostFailures;
import dev.pghaadvisor.plan.HostsAvailable;
import dev.pghaadvisor.plan.Placement;
import dev.pghaadvisor.plan.Platform;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.Design;
import dev.pghaadvisor.rules.Effect;
import dev.pghaadvisor.rules.RuleBook;
import dev.pghaadvisor.rules.Settings;

/** Every size that somebody's answers allow, from the smallest up. */
final class Ladder {

	private Ladder() {
	}

	/**
	 * At least the size that is recommended. Another one that takes as many hosts as a
	 * smaller one or more, and has more outage in a year, is no step.
	 */
	static List<Rung> of(RuleBook book, Advice advice) {
		Footprint recommended = advice.settings().value(Footprint.CHOICE);
		List<Rung> ladder = new ArrayList<>();
		double least = Double.MAX_VALUE;
		for (Rung rung : allowed(book, advice)) {
			if (rung.secondsPerYear() <= least || rung.shape().footprint() == recommended) {
				ladder.add(rung);
				least = Math.min(least, rung.secondsPerYear());
			}
		}
		return List.copyOf(ladder);
	}

	private static List<Rung> allowed(RuleBook book, Advice advice) {
		Answers answers = advice.answers();
		return Arrays.stream(Footprint.values())
			.filter((footprint) -> isAllowed(footprint, advice))
			.sorted(Comparator.comparing(Footprint::hosts).thenComparing(Footprint::design))
			.map((footprint) -> rung(footprint, answers, book.advise(answers, footprint.design()).settings()))
			.toList();
	}

	private static boolean isAllowed(Footprint footprint, Advice advice) {
		if (footprint == advice.settings().value(Footprint.CHOICE)) {
			return true;
		}
		boolean required = advice.findings()
			.stream()
			.anyMatch((finding) -> finding.effect() instanceof Effect.RequireFull);
		// Two lost database hosts must not take etcd's majority along.
		boolean tooFew = advice.answers().get(HostFailures.CHOICE) == HostFailures.TWO
				&& footprint.etcdBesideDatabases();
		return advice.answers().get(HostsAvailable.CHOICE).allow(footprint) && !tooFew
				&& !(required && footprint.design() == Design.SIMPLE);
	}

	private static Rung rung(Footprint footprint, Answers answers, Settings settings) {
		Shape shape = new Shape(footprint.design(), footprint, settings.value(Entry.CHOICE),
				settings.value(Platform.CHOICE), settings.value(Placement.CHOICE));
		return Rung.of(shape, answers, settings);
	}

}
