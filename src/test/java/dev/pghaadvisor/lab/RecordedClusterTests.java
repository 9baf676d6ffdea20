package dev.pghaadvisor.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.pghaadvisor.bundle.Persona;
import dev.pghaadvisor.forecast.Evidence;
import dev.pghaadvisor.forecast.Forecasts;
import dev.pghaadvisor.forecast.Measurements;
import dev.pghaadvisor.forecast.Scenario;
import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.Footprint;
import dev.pghaadvisor.plan.Placement;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Tests for {@link RecordedCluster}. */
class RecordedClusterTests {

	static Stream<String> shapes() {
		return Arrays.stream(Persona.values()).map(Persona::shape);
	}

	@ParameterizedTest
	@MethodSource("shapes")
	void aShapeIsRecordedWithDefaultAnswersAndWithThoseThatAllowNoLoss(String shape) {
		assertThat(RecordedCluster.of(shape).plan().synchronous().on()).isFalse();
		assertThat(RecordedCluster.of(shape).plan().patroni().ttl()).isEqualTo(30);
		RecordedCluster strict = RecordedCluster.of(shape + "-rpo-zero-rto-30s");
		assertThat(strict.plan().synchronous().on()).isTrue();
		// Between sites and in clouds lines stall, so nothing makes the ttl shorter.
		assertThat(strict.plan().patroni().ttl())
			.isEqualTo((strict.plan().shape().placement() == Placement.THREE_SITES || strict.plan().balancer() != null)
					? 30 : 20);
		assertThat(strict.plan().shape().id()).isEqualTo(shape);
		assertThat(strict.altered()).isEmpty();
	}

	@Test
	void debian12IsRecordedOnceMoreThroughTheApiThatLosesWrites() {
		RecordedCluster altered = RecordedCluster.of("debian-12-simple-3-rpo-zero-rto-30s-etcd3");
		assertThat(altered.altered()).contains("etcd3");
		assertThat(altered.options()).isEqualTo(RecordedCluster.of("debian-12-simple-3-rpo-zero-rto-30s").options());
	}

	@ParameterizedTest
	@ValueSource(strings = { "debian-11-simple-3", "debian-13-simple-3-fast", "debian-13-full-8-rpo-zero" })
	void anythingElseIsRefusedWithWhatThereIs(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> RecordedCluster.of(name))
			.withMessageContaining("There are the shapes")
			.withMessageContaining("rpo-zero-rto-30s");
	}

	/**
	 * What every recorded cluster was drilled in; the others were thought of later.
	 */
	private static final List<Scenario> FIRST = List.of(Scenario.values())
		.subList(0, Scenario.RESTART_ALL.ordinal() + 1);

	/** Shapes that were thought of later are drilled in what is particular about them. */
	private static final Set<Footprint> EARLY = Set.of(Footprint.SIMPLE_3, Footprint.FULL_3, Footprint.FULL_5,
			Footprint.FULL_8);

	@Test
	void everyRecordedClusterWasDrilledInTheFirstScenariosAsOftenAsTheDrillSays() {
		SoftAssertions.assertSoftly((softly) -> clusters().forEach((name, files) -> {
			RecordedCluster recorded = RecordedCluster.of(name);
			softly.assertThat(files)
				.as(name)
				// More answers may be needed today to get the same.
				.allMatch((evidence) -> recorded.options().entrySet().containsAll(evidence.options().entrySet())
						&& recorded.altered().equals(evidence.altered()));
			boolean first = EARLY.contains(recorded.plan().shape().footprint())
					&& recorded.plan().shape().placement() == Placement.TOGETHER
					&& recorded.plan().shape().entry() == Entry.KEEPALIVED
					&& files.stream()
						.flatMap((file) -> file.drills().stream())
						.anyMatch((drill) -> FIRST.stream()
							.anyMatch((scenario) -> scenario.id().equals(drill.scenario())));
			if (recorded.altered().isEmpty() && first) {
				Recording.drills(Forecasts.of(recorded.plan()))
					.stream()
					.filter((drill) -> FIRST.stream().anyMatch((scenario) -> scenario.id().equals(drill.name())))
					.forEach((drill) -> softly.assertThat(runs(files, drill))
						.as("runs of " + drill.name() + " of " + name)
						.isEqualTo(drill.runs()));
			}
		}));
	}

	/** Five runs of one design each, and one of the others. */
	@ParameterizedTest
	@CsvSource({ "debian-13-simple-3-rpo-zero-rto-30s, 5", "debian-13-full-5, 5",
			"debian-13-full-3-rpo-zero-rto-30s, 1", "debian-13-full-8-rpo-zero-rto-30s, 1" })
	void drillsThatWereThoughtOfLaterAreRecordedWhereCommitsWaitAndWhereTheyDoNot(String name, int least) {
		List<Evidence> files = clusters().get(name);
		assertThat(Recording.drills(Forecasts.of(RecordedCluster.of(name).plan())))
			.filteredOn((drill) -> FIRST.stream().noneMatch((scenario) -> scenario.id().equals(drill.name())))
			.hasSize(7)
			.allSatisfy((drill) -> assertThat(runs(files, drill)).as(drill.name()).isGreaterThanOrEqualTo(least));
	}

	@ParameterizedTest
	@CsvSource({ "debian-13-simple-2w-rpo-zero-rto-30s, leader_poweroff switchover replica_poweroff witness_poweroff",
			"debian-13-simple-3-cloud-lb-rpo-zero-rto-30s, leader_poweroff switchover replica_poweroff postgres_crash",
			"debian-13-simple-6-rpo-zero-rto-30s, leader_poweroff switchover etcd_quorum_loss both_lost",
			"debian-13-simple-3-three-sites-rpo-zero-rto-30s, leader_poweroff switchover replica_poweroff site_cut" })
	void whatIsParticularAboutAShapeIsRecorded(String name, String scenarios) {
		List<Evidence> files = Objects.requireNonNull(clusters().get(name), name);
		assertThat(scenarios.split(" ")).allSatisfy((scenario) -> assertThat(files)
			.anySatisfy((file) -> assertThat(file.drills()).extracting(Evidence.Drill::scenario).contains(scenario)));
	}

	/** Files of a cluster by its name, whatever bytes were deployed. */
	private static Map<String, List<Evidence>> clusters() {
		Map<String, List<Evidence>> clusters = new TreeMap<>();
		Measurements.bundled()
			.files()
			.forEach((file, evidence) -> clusters
				.computeIfAbsent(file.replaceFirst("(-files-[0-9a-f]+)?[.]json$", ""), (name) -> new ArrayList<>())
				.add(evidence));
		return clusters;
	}

	private static long runs(List<Evidence> files, Drill drilled) {
		return files.stream()
			.flatMap((evidence) -> evidence.drills().stream())
			.filter((drill) -> drill.scenario().equals(drilled.name()))
			.flatMap((drill) -> drill.runs().stream().map(Evidence.Run::run))
			.distinct()
			.count();
	}

}
