package dev.pghaadvisor.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.pghaadvisor.plan.Flow.Party;
import dev.pghaadvisor.plan.PostgresSettings.Scope;
import dev.pghaadvisor.plan.PostgresSettings.Setting;
import dev.pghaadvisor.rules.Design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Breaks every invariant once and reads its message. */
class InvariantsTests {

	private static final List<Break> BREAKS = List.of(
			new Break("timers-within-ttl", Design.SIMPLE, (parts) -> parts.patroni(new PatroniTimers(30, 11, 10, 300)),
					"loop_wait 11 + 2 * retry_timeout 10 = 31 > ttl 30"),
			new Break("timers-at-least-patronis-minimum", Design.SIMPLE,
					(parts) -> parts.patroni(new PatroniTimers(19, 5, 5, 300)), "ttl 19, retry_timeout 5, loop_wait 5"),
			new Break("restart-in-place-without-synchronous-mode", Design.SIMPLE,
					(parts) -> parts.synchronous(new Synchronous(false, 0)),
					"primary_start_timeout 0 with synchronous_mode off"),
			new Break("address-leaves-before-the-next-leader", Design.SIMPLE,
					(parts) -> parts.keepalived(new KeepalivedTimers(0.3, 5, 2, 3, 1)),
					"patience of 6 checks * interval 5 = 30 s >= ttl - loop_wait = 15 s"),
			new Break("sessions-leave-before-the-next-leader", Design.FULL,
					(parts) -> parts.haproxy(new HaproxyTimers(3000, 3000, 3000, 4, 2, 3000)),
					"HAProxy needs up to 24.0 s >= ttl - loop_wait = 15 s"),
			new Break("check-script-timeout-within-its-fall", Design.SIMPLE,
					(parts) -> parts.keepalived(new KeepalivedTimers(0.3, 1, 3, 2, 1)),
					"timeout 3 s, interval 1 s * fall 2"),
			new Break("adverts-that-vrrp-can-count", Design.FULL,
					(parts) -> parts.keepalived(new KeepalivedTimers(0.305, 1, 2, 2, 1)), "advert_int 0.305"),
			new Break("haproxy-timers-where-haproxy-is", Design.SIMPLE, (parts) -> parts.haproxy(HaproxyTimers.SHARP),
					"check timers without HAProxy hosts"),
			new Break("hosts-as-the-shape-has-them", Design.FULL, (parts) -> {
				parts.hosts.set(0, new Host(new HostName("pg1"), new Ipv4Address("192.0.2.11"),
						EnumSet.of(Role.POSTGRESQL, Role.ETCD)));
				return parts;
			}, "do not fit full-8"), new Break("odd-number-of-etcd-members", Design.FULL, (parts) -> {
				parts.hosts.remove(5);
				return parts;
			}, "2 etcd members"), new Break("names-and-addresses-once", Design.FULL, (parts) -> {
				Host first = parts.hosts.get(0);
				parts.hosts.set(1, new Host(first.name(), new Ipv4Address("192.0.2.100"), first.roles()));
				return parts;
			}, "pg1, 192.0.2.100 twice"), new Break("virtual-address-in-the-subnet", Design.FULL, (parts) -> {
				Host balancer = parts.hosts.get(7);
				parts.hosts.set(7, new Host(balancer.name(), new Ipv4Address("198.51.100.1"), balancer.roles()));
				return parts;
			}, "lb2 at 198.51.100.1 is no host of 192.0.2.0/24"),
			new Break("ports-mean-one-thing", Design.SIMPLE, (parts) -> {
				parts.flows.add(new Flow(Party.POSTGRESQL, Party.ETCD, Ports.PATRONI, "tcp", "a second owner"));
				return parts;
			}, "port 8008 of the database hosts and of the etcd hosts"),
			new Break("firewall-opens-every-port", Design.FULL, (parts) -> {
				parts.flows.removeIf((flow) -> flow.port() == Ports.ETCD_PEER);
				return parts;
			}, "[2380] of etcd is closed on etcd1"), new Break("firewall-opens-nothing-else", Design.FULL, (parts) -> {
				parts.flows.add(new Flow(Party.POSTGRESQL, Party.HAPROXY, 9999, "tcp", "nothing"));
				return parts;
			}, "[9999] is open on lb1; [9999] is open on lb2"),
			new Break("hba-covers-whom-the-firewall-lets-in", Design.FULL, (parts) -> {
				parts.flows.removeIf((flow) -> flow.from() == Party.HAPROXY && flow.port() == Ports.POSTGRESQL);
				return parts;
			}, "no way in for [192.0.2.31/32, 192.0.2.32/32]"),
			new Break("applications-only-through-the-front-door", Design.FULL, (parts) -> {
				parts.flows.add(new Flow(Party.APPLICATIONS, Party.POSTGRESQL, Ports.POSTGRESQL, "tcp", "a way round"));
				return parts;
			}, "applications reach port 5432 of the database hosts"),
			new Break("nothing-that-patroni-sets-itself", Design.SIMPLE,
					(parts) -> parts.setting(new Setting("cluster_name", "x", "", Scope.DCS)), "cluster_name"),
			new Break("shared-settings-in-the-dcs", Design.SIMPLE,
					(parts) -> parts.setting(new Setting("max_wal_senders", "10", "", Scope.LOCAL)), "max_wal_senders"),
			new Break("pools-within-max-connections", Design.SIMPLE,
					(parts) -> parts.setting(new Setting("max_connections", "24", "", Scope.DCS)),
					"max_connections 24 leave 14 sessions to applications"),
			new Break("wal-within-its-disk", Design.SIMPLE,
					(parts) -> parts.setting(new Setting("max_slot_wal_keep_size", "40GB", "", Scope.LOCAL)),
					"> 80 % of 51200 MB"),
			new Break("memory-within-the-host", Design.SIMPLE,
					(parts) -> parts.setting(new Setting("shared_buffers", "4GB", "", Scope.LOCAL)),
					"shared_buffers 4096 MB + 3 * maintenance_work_mem 448 MB > half of 8192 MB"),
			new Break("senders-and-slots-for-every-member", Design.SIMPLE,
					(parts) -> parts.setting(new Setting("max_replication_slots", "5", "", Scope.DCS)),
					"max_wal_senders 10, max_replication_slots 5, needed 6"),
			new Break("fewer-synchronous-standbys-than-replicas", Design.SIMPLE,
					(parts) -> parts.synchronous(new Synchronous(true, 2)), "2 of 2 replicas are synchronous"),
			new Break("replicas-notice-a-lost-leader-within-ttl", Design.SIMPLE,
					(parts) -> parts.setting(new Setting("wal_receiver_timeout", "60s", "", Scope.DCS)),
					"wal_receiver_timeout 60 s, ttl 20 s"));

	static List<Break> breaks() {
		return BREAKS;
	}

	@ParameterizedTest
	@MethodSource("breaks")
	void aBrokenInvariantSaysWhichNumbersBreakIt(Break broken) {
		BrokenInvariantException ex = catchThrowableOfType(BrokenInvariantException.class,
				() -> broken.change().apply(new Parts(broken.design())).plan());
		assertThat(ex).isNotNull();
		assertThat(ex.broken())
			.anySatisfy((line) -> assertThat(line).startsWith(broken.invariant() + ": ").contains(broken.message()));
	}

	@ParameterizedTest
	@EnumSource(Design.class)
	void unchangedPartsBreakNothing(Design design) {
		assertThat(new Parts(design).plan().hosts()).isNotEmpty();
	}

	@Test
	void everyInvariantHasATestThatBreaksIt() {
		Set<String> names = new HashSet<>(Invariants.all().stream().map(Invariant::name).toList());
		assertThat(names).hasSameSizeAs(Invariants.all());
		assertThat(BREAKS).extracting(Break::invariant).containsExactlyInAnyOrderElementsOf(names);
	}

	@Test
	void everyInvariantSaysWhatGoesWrongOtherwise() {
		assertThat(Invariants.all()).allSatisfy((invariant) -> {
			assertThat(invariant.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
			assertThat(invariant.because()).endsWith(".");
		});
	}

	@Test
	void twoSynchronousStandbysAreFineWhereTwoHostsMayFail() {
		ClusterPlan plan = ClusterPlan.of(
				ExampleAdvice.of(Design.FULL, Map.of("synchronous-node-count", "2"), Map.of("host-failures", "two")),
				new Parts(Design.FULL).inventory);
		assertThat(plan.synchronous().nodeCount()).isEqualTo(2);
	}

	/**
	 * One way to break one invariant.
	 */
	record Break(String invariant, Design design, UnaryOperator<Parts> change, String message) {

		@Override
		public String toString() {
			return this.invariant;
		}

	}

	/** The parts of a good plan, to be swapped for bad ones. */
	static final class Parts {

		private final ClusterPlan good;

		private final Inventory inventory;

		private final List<Host> hosts;

		private final List<Flow> flows;

		private final List<Setting> settings;

		private PatroniTimers patroni;

		private KeepalivedTimers keepalived;

		private @Nullable HaproxyTimers haproxy;

		private Synchronous synchronous;

		Parts(Design design) {
			var advice = ExampleAdvice.of(design, Map.of(), Map.of());
			this.inventory = Inventory.example(Shape.of(advice));
			this.good = ClusterPlan.of(advice, this.inventory);
			this.hosts = new ArrayList<>(this.good.hosts());
			this.flows = new ArrayList<>(this.good.flows());
			this.settings = new ArrayList<>(this.good.postgres().settings());
			this.patroni = this.good.patroni();
			this.keepalived = this.good.keepalived();
			this.haproxy = this.good.haproxy();
			this.synchronous = this.good.synchronous();
		}

		Parts patroni(PatroniTimers timers) {
			this.patroni = timers;
			return this;
		}

		Parts keepalived(KeepalivedTimers timers) {
			this.keepalived = timers;
			return this;
		}

		Parts haproxy(HaproxyTimers timers) {
			this.haproxy = timers;
			return this;
		}

		Parts synchronous(Synchronous value) {
			this.synchronous = value;
			return this;
		}

		Parts setting(Setting setting) {
			this.settings.removeIf((other) -> other.name().equals(setting.name()));
			this.settings.add(setting);
			return this;
		}

		ClusterPlan plan() {
			return new ClusterPlan(this.good.advice(), this.good.shape(), this.inventory, this.hosts, this.patroni,
					this.keepalived, this.haproxy, this.synchronous, this.good.maximumLagOnFailover(),
					new PostgresSettings(this.settings), this.flows);
		}

	}

}
