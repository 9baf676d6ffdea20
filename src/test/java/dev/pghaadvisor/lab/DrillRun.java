package dev.pghaadvisor.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import dev.pghaadvisor.forecast.DataLoss;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.KeepalivedTimers;
import dev.pghaadvisor.rules.Design;

/**
 * One run of a drill.
 *
 * @param number from 1 on
 * @param phase seconds between a turn of Patroni's loop and the fault
 * @param rejoined seconds from the repair until all members follow the leader again
 * @param observation what was seen
 * @param broken what should have held and did not, in sentences
 */
record DrillRun(int number, double phase, double rejoined, Observation observation, List<String> broken) {

	/**
	 * Does what the drill says. The fault comes at a moment of Patroni's loop that is
	 * different in each run and the same in each recording.
	 */
	static DrillRun of(Stage stage, Drill drill, int number) {
		List<String> broken = new ArrayList<>();
		stage.mustBecome(stage::healthy, 180, "the cluster is healthy before the drill");
		for (Step step : drill.prepare()) {
			take(step, stage, stage.cast(), broken);
		}
		stage.mustBecome(stage::healthy, 180, "the cluster is healthy before the drill");
		Stage.pause(4);
		Map<Target, List<String>> cast = stage.cast();
		double phase = phase(drill, number, stage.plan().patroni().loopWait());
		waitForPhase(stage, cast.get(Target.LEADER).get(0), phase);
		double fault = now();
		double repaired = fault;
		for (int at = 0; at < drill.steps().size(); at++) {
			Step step = drill.steps().get(at);
			if (at > 0 && step instanceof Step.Act) {
				repaired = now();
			}
			take(step, stage, cast, broken);
		}
		double rejoined = now() - repaired;
		stage.dismiss();
		Stage.pause(2);
		List<Attempt> attempts = stage.applications().since(fault - 2);
		long from = attempts.stream()
			.filter((attempt) -> Applications.WRITERS.contains(attempt.client()))
			.mapToLong(Attempt::number)
			.min()
			.orElseThrow();
		double ended = attempts.get(attempts.size() - 1).ended();
		Observation observation = new Observation(fault, repaired, ended, attempts, stage.seen(), stage.rows(from));
		DrillRun run = new DrillRun(number, phase, rejoined, observation, broken);
		broken.addAll(run.brokenPromises(drill.promises(), stage.plan()));
		return run;
	}

	private static void take(Step step, Stage stage, Map<Target, List<String>> cast, List<String> broken) {
		if (step instanceof Step.Act act) {
			stage.act(act.action(), (act.target() != Target.CURRENT_LEADER)
					? cast.computeIfAbsent(act.target(), stage::next) : List.of(stage.leader()));
		}
		else if (step instanceof Step.Hold hold) {
			Stage.pause(hold.seconds());
		}
		else if (step instanceof Step.Await await) {
			boolean became = switch (await.condition()) {
				case WRITES -> {
					Stage.pause(2);
					yield stage.becomes(stage.applications()::write, await.within());
				}
				case HEALTHY -> stage.becomes(stage::healthy, await.within());
				case SERVED -> stage.becomes(stage::served, await.within());
				case GIVEN_UP -> stage.becomes(stage::givenUp, await.within());
			};
			if (!became) {
				String sentence = switch (await.condition()) {
					case WRITES -> "Writes did not come back within %d s.";
					case HEALTHY -> "The cluster was not healthy again within %d s.";
					case SERVED -> "A client that read slowly did not get everything within %d s.";
					case GIVEN_UP -> "A client that was gone still had its session after %d s.";
				};
				broken.add(sentence.formatted(await.within()));
			}
		}
	}

	/** Spread over the loop, and within its part of the loop by chance. */
	static double phase(Drill drill, int number, int loopWait) {
		double chance = new Random(drill.name().hashCode() * 31L + number).nextDouble();
		return ((number - 1) % drill.runs() + chance) / drill.runs() * loopWait;
	}

	private static void waitForPhase(Stage stage, String leader, double phase) {
		int loop = stage.plan().patroni().loopWait();
		double next = stage.lastLoop(leader) + phase;
		while (next < now()) {
			next += loop;
		}
		Stage.pause(next - now());
	}

	List<String> brokenPromises(Set<Promise> promises, ClusterPlan plan) {
		List<String> sentences = new ArrayList<>();
		for (Promise promise : promises) {
			String sentence = switch (promise) {
				case NO_LOSS -> loss(plan);
				case ONE_WRITABLE -> (this.observation.twoWritable() > 0)
						? "Two servers took writes in turn for %s s.".formatted(seconds(this.observation.twoWritable()))
						: "";
				case ADDRESS_ON_LEADER -> address(plan);
				case SAME_LEADER ->
					(this.observation.servers() > 1) ? "Another server took over, or the same one started anew." : "";
				case NO_READ_ONLY_ERRORS -> readOnly();
			};
			if (!sentence.isEmpty()) {
				sentences.add(sentence);
			}
		}
		return sentences;
	}

	private String loss(ClusterPlan plan) {
		int lost = Applications.WRITERS.stream().mapToInt(this.observation::lost).sum();
		return (lost > DataLoss.of(plan).seconds() * Applications.WRITES_PER_SECOND)
				? "%d acknowledged writes are missing.".formatted(lost) : "";
	}

	private String address(ClusterPlan plan) {
		KeepalivedTimers checks = plan.keepalived();
		double patience = checks.fall() * (checks.interval() + checks.timeout()) + 1;
		double off = this.observation.addressOffLeader();
		return (plan.shape().design() == Design.SIMPLE && off > patience)
				? "The virtual address was on a host that did not lead for %s s.".formatted(seconds(off)) : "";
	}

	private String readOnly() {
		int errors = Applications.WRITERS.stream().mapToInt(this.observation::readOnlyErrors).sum();
		return (errors > 0) ? "%d writes were told that the server only reads (25006).".formatted(errors) : "";
	}

	/**
	 * The longest gap that a client saw; where people had to repair, from then on.
	 */
	double outage(String client, boolean untilRepaired) {
		return this.observation.outage(client,
				untilRepaired ? this.observation.repaired() : this.observation.fault() - 2);
	}

	private static String seconds(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}

	private static double now() {
		return System.currentTimeMillis() / 1000.0;
	}

}
