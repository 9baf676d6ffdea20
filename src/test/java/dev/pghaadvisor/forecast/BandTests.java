package dev.pghaadvisor.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.Footprint;
import dev.pghaadvisor.plan.PatroniTimers;
import dev.pghaadvisor.plan.Platform;
import dev.pghaadvisor.plan.Probes;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.plan.Synchronous;
import dev.pghaadvisor.rules.Design;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A forecast that a drill can contradict: whatever ends by itself has a band no wider
 * than one loop of Patroni and 8 s. Two things come on top because they are not the
 * cluster's: what a balancer in front takes for its probes, and what a driver of several
 * hosts spends on one that does not answer. A lossy link has no band: which packets are
 * lost is chance.
 */
class BandTests {

	private static final double WIDTH = 8;

	private static final Synchronous OFF = new Synchronous(false, 0);

	private static final Synchronous ON = new Synchronous(true, 1);

	static Stream<Shape> shapes() {
		List<Shape> shapes = new ArrayList<>();
		for (Footprint footprint : Footprint.values()) {
			for (Entry entry : Entry.values()) {
				for (Platform platform : Platform.values()) {
					shapes.add(new Shape(footprint.design(), footprint, entry, platform));
				}
			}
		}
		return shapes.stream();
	}

	/** What the rules can choose: two paces, and how long a crash may take to restart. */
	static List<PatroniTimers> timers() {
		List<PatroniTimers> timers = new ArrayList<>();
		for (int restart : List.of(0, 30, 60, 120, 300)) {
			timers.add(new PatroniTimers(30, 10, 10, restart));
			timers.add(new PatroniTimers(20, 5, 5, restart));
		}
		return timers;
	}

	@ParameterizedTest
	@MethodSource("shapes")
	void noBandIsWiderThanALoopAndEightSeconds(Shape shape) {
		for (PatroniTimers timers : timers()) {
			for (Synchronous synchronous : List.of(OFF, ON, new Synchronous(true, 2))) {
				for (Forecast forecast : Forecasts.of(shape, timers, synchronous, 10)) {
					if (!forecast.unbounded() && forecast.scenario() != Scenario.LEADER_LOSSY) {
						assertThat(forecast.worst() - forecast.best())
							.as("%s %s %s %s", shape.id(), timers, synchronous, forecast)
							.isLessThanOrEqualTo(timers.loopWait() + WIDTH + apart(shape.entry()));
					}
				}
			}
		}
	}

	private static int apart(Entry entry) {
		return switch (entry) {
			case KEEPALIVED -> 0;
			case CLOUD_LB, EXTERNAL_LB -> Probes.USUAL.intervalSeconds() * Probes.USUAL.threshold();
			case MULTI_HOST -> Blocks.CONNECT_TIMEOUT;
		};
	}

	/**
	 * A spread that hides nothing: 10 s between the two whenever the peers are lost, less
	 * the 4 s in which the leader asks them.
	 */
	@ParameterizedTest
	@MethodSource("timers")
	void aLeaderWithoutPeersIsReplacedTheSameTimeAfterItGaveUp(PatroniTimers timers) {
		Forecast forecast = forecast(shape(Footprint.FULL_8), timers, OFF, Scenario.LEADER_PEERCUT);
		int rest = timers.ttl() - timers.loopWait() - timers.retryTimeout() - 4;
		assertThat(forecast.best()).isBetween(rest - 0.5, rest + 0.5);
		assertThat(forecast.worst()).isBetween(rest + 3.0, rest + 6.0);
	}

	@Test
	void onlyANewLeaderOfEtcdSeparatesTheTwo() {
		PatroniTimers timers = new PatroniTimers(20, 5, 5, 0);
		assertThat(forecast(shape(Footprint.FULL_5), timers, OFF, Scenario.LEADER_PEERCUT).worst()
				- forecast(shape(Footprint.FULL_8), timers, OFF, Scenario.LEADER_PEERCUT).worst())
			.isEqualTo(5 + 3);
	}

	@Test
	void aLostSynchronousStandbyIsGivenUpByTheTimeoutThatEndsFirst() {
		PatroniTimers timers = new PatroniTimers(30, 10, 10, 300);
		Forecast forecast = forecast(shape(Footprint.SIMPLE_3), timers, ON, Scenario.REPLICA_POWEROFF);
		assertThat(forecast.best()).isBetween(5.0, 10.0);
		assertThat(forecast.worst()).isBetween(20.0, 21.0);
		assertThat(forecast.how()).contains("at most 10 s (wal_sender_timeout)");
	}

	@Test
	void aSynchronousStandbyThatMayBeSilentForLongCountsUntilItsKeyExpires() {
		Forecast forecast = Forecasts.of(shape(Footprint.SIMPLE_3), new PatroniTimers(30, 10, 10, 300), ON, 60)
			.stream()
			.filter((each) -> each.scenario() == Scenario.REPLICA_POWEROFF)
			.findFirst()
			.orElseThrow();
		assertThat(forecast.best()).isBetween(20.0, 21.0);
		assertThat(forecast.worst()).isBetween(40.0, 42.0);
		assertThat(forecast.how()).contains("until its key in etcd expires, at most 30 s (ttl)");
	}

	@Test
	void nobodyWaitsForALostReplicaWithoutSynchronousMode() {
		Forecast forecast = forecast(shape(Footprint.SIMPLE_3), new PatroniTimers(30, 10, 10, 300), OFF,
				Scenario.REPLICA_POWEROFF);
		assertThat(forecast.worst()).isLessThan(1);
	}

	@Test
	void afterARestartOfAllNobodyWaitsForTheKey() {
		Forecast quick = forecast(shape(Footprint.SIMPLE_3), new PatroniTimers(20, 5, 5, 0), ON, Scenario.RESTART_ALL);
		Forecast slow = forecast(shape(Footprint.SIMPLE_3), new PatroniTimers(30, 5, 5, 0), ON, Scenario.RESTART_ALL);
		assertThat(slow.worst()).isEqualTo(quick.worst());
		assertThat(quick.best()).isBetween(3.0, 8.0);
		assertThat(quick.how()).contains("finds its own key", "comes on top");
	}

	@Test
	void driversSpendTheirTimeoutOnAHostTheyKnewAndOnNoOther() {
		PatroniTimers timers = new PatroniTimers(20, 5, 5, 0);
		double beside = forecast(new Shape(Design.FULL, Footprint.FULL_3, Entry.MULTI_HOST, Platform.DEBIAN_13), timers,
				ON, Scenario.LEADER_POWEROFF)
			.worst();
		double apart = forecast(new Shape(Design.FULL, Footprint.FULL_5, Entry.MULTI_HOST, Platform.DEBIAN_13), timers,
				ON, Scenario.LEADER_POWEROFF)
			.worst();
		assertThat(beside - apart).isEqualTo(Blocks.CONNECT_TIMEOUT);
	}

	private static Shape shape(Footprint footprint) {
		return new Shape(footprint.design(), footprint, Entry.KEEPALIVED, Platform.DEBIAN_13);
	}

	private static Forecast forecast(Shape shape, PatroniTimers timers, Synchronous synchronous, Scenario scenario) {
		return Forecasts.of(shape, timers, synchronous, 10)
			.stream()
			.filter((forecast) -> forecast.scenario() == scenario)
			.findFirst()
			.orElseThrow();
	}

}
