package dev.pghaadvisor.lab;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Tests for {@link Observation}: a fault at 100 s, the end at 130 s. */
class ObservationTests {

	private static final Watch.Seen NOTHING = new Watch.Seen(90, false, false);

	@Test
	void anOutageIsTheLongestTimeWithoutASuccess() {
		Observation seen = attempts("pool 1 99.8 99.9 ok a", "pool 2 100.0 105.0 failed 08006", "pool 3 110 110.4 ok b",
				"pool 4 129.8 129.9 ok b", "transaction 1 99.9 129.9 ok a");
		assertThat(seen.outage("pool", 98)).isCloseTo(19.5, within(0.01));
		assertThat(attempts("pool 1 99.8 99.9 ok a", "pool 2 110 110.4 ok b", "pool 3 111 111.1 ok b",
				"pool 4 129.8 130 failed 08006")
			.outage("pool", 98)).isCloseTo(18.9, within(0.01));
	}

	@Test
	void whatLiesBeforeTheRepairDoesNotCountOnceItIsMadeByPeople() {
		Observation seen = attempts("pool 1 99.8 99.9 ok a", "pool 2 120.0 121.0 ok b", "pool 3 129 130 ok b");
		assertThat(seen.outage("pool", 98)).isCloseTo(21.1, within(0.01));
		assertThat(seen.outage("pool", 118)).isCloseTo(9.0, within(0.01));
	}

	@Test
	void anApplicationThatNeverGetsThroughHasAnOutageToTheEnd() {
		assertThat(attempts("pool 1 99 100 failed 08006").outage("pool", 98)).isEqualTo(32);
	}

	@Test
	void errorsAreCountedByTheirCodeAndReadOnlyOnesMeasured() {
		Observation seen = attempts("pool 1 100.0 100.1 failed 25006", "pool 2 100.2 100.3 failed 25006",
				"pool 3 101 101.1 failed 57P01", "pool 4 102 102.5 failed 25006", "pool 5 103 103.1 ok a");
		assertThat(seen.errors("pool")).containsExactly(Map.entry("25006", 3), Map.entry("57P01", 1));
		assertThat(seen.readOnlyErrors("pool")).isEqualTo(3);
		assertThat(seen.readOnlySeconds("pool")).isCloseTo(0.8, within(0.01));
		assertThat(seen.longestHang("pool")).isCloseTo(0.5, within(0.01));
		assertThat(seen.errors("transaction")).isEmpty();
		assertThat(seen.readOnlySeconds("transaction")).isZero();
	}

	@Test
	void onlyAcknowledgedWritesCanBeLost() {
		Observation seen = new Observation(100, 100, 130, List.of(Attempt.parse("pool 1 100 101 ok a"),
				Attempt.parse("pool 2 101 102 ok a"), Attempt.parse("pool 3 102 103 failed 08006")), Map.of(),
				Set.of("pool 1", "transaction 2"));
		assertThat(seen.lost("pool")).isEqualTo(1);
		assertThat(seen.lost("transaction")).isZero();
	}

	@Test
	void twoServersThatTakeWritesInTurnAreNoticed() {
		assertThat(attempts("pool 1 100 101 ok old", "transaction 1 103 104 ok new", "pool 2 105 106 ok new")
			.twoWritable()).isZero();
		assertThat(attempts("pool 1 100 101 ok old", "transaction 1 103 104 ok new", "pool 2 106 106.5 ok old",
				"transaction 2 107 108 ok new")
			.twoWritable()).isCloseTo(2.0, within(0.01));
	}

	@Test
	void twoHoldersOfTheAddressAreNoticedOnlyIfItLasts() {
		Watch.Seen holds = new Watch.Seen(95, true, true);
		Watch.Seen lets = new Watch.Seen(110, false, false);
		assertThat(
				seen(List.of(NOTHING, holds, lets), List.of(NOTHING, new Watch.Seen(112, true, true))).addressHolders())
			.isEqualTo(1);
		assertThat(seen(List.of(NOTHING, holds, lets), List.of(NOTHING, new Watch.Seen(109.9, true, true)))
			.addressHolders()).isEqualTo(1);
		assertThat(
				seen(List.of(NOTHING, holds, lets), List.of(NOTHING, new Watch.Seen(105, true, true))).addressHolders())
			.isEqualTo(2);
		assertThat(seen(List.of(NOTHING, holds), List.of(NOTHING, new Watch.Seen(120, true, true))).addressHolders())
			.isEqualTo(2);
		assertThat(seen(List.of(NOTHING), List.of(NOTHING)).addressHolders()).isZero();
	}

	@Test
	void anAddressThatRestsOnAHostThatDoesNotLeadIsNoticed() {
		Watch.Seen leads = new Watch.Seen(95, true, true);
		Watch.Seen demoted = new Watch.Seen(110, true, false);
		assertThat(seen(List.of(leads), List.of(NOTHING)).addressOffLeader()).isZero();
		assertThat(seen(List.of(leads, demoted, new Watch.Seen(113, false, false)), List.of()).addressOffLeader())
			.isCloseTo(3.0, within(0.01));
		assertThat(seen(List.of(leads, demoted), List.of()).addressOffLeader()).isCloseTo(20.0, within(0.01));
	}

	@Test
	void theLabsOwnPausesAreNotTakenForAnOutage() {
		Observation seen = attempts("pool 1 100 100.1 ok a", "stall 0 101 103.5 ok -", "pool 2 129.9 130 ok a");
		assertThat(seen.stall()).isCloseTo(2.5, within(0.01));
		assertThat(attempts("pool 1 100 100.1 ok a").stall()).isZero();
		assertThat(seen.has("reader")).isFalse();
	}

	private static Observation attempts(String... lines) {
		return new Observation(100, 118, 130, List.of(lines).stream().map(Attempt::parse).toList(), Map.of(), Set.of());
	}

	private static Observation seen(List<Watch.Seen> one, List<Watch.Seen> other) {
		return new Observation(100, 100, 130, List.of(), Map.of("pg1", one, "pg2", other), Set.of());
	}

}
