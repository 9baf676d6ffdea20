package dev.pghaadvisor.plan;

import java.util.List;
import java.util.Map;

import dev.pghaadvisor.parts.ExamplePlan;
import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.rules.Design;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Tests for {@link ClusterPlan}, its port matrix and its pg_hba.conf. */
class ClusterPlanTests {

	private static final Map<String, ?> ELSEWHERE = Map.of("applicationCidrs", List.of("198.51.100.0/24"));

	@Test
	void applicationsMayHaveTheVirtualAddressItself() {
		for (Design design : Design.values()) {
			ClusterPlan plan = ExamplePlan.of(design, Map.of(), Map.of("applicationCidrs", List.of("192.0.2.100/32")));
			assertThat(plan.hba()).anyMatch((rule) -> rule.type().equals("host"));
		}
	}

	@Test
	void simpleHostsDoEverythingButHaproxy() {
		ClusterPlan plan = ExamplePlan.of(Design.SIMPLE, Map.of(), Map.of());
		assertThat(plan.hosts()).hasSize(3)
			.allSatisfy(
					(host) -> assertThat(host.roles()).containsExactly(Role.POSTGRESQL, Role.ETCD, Role.KEEPALIVED));
		assertThat(plan.haproxy()).isNull();
		assertThat(plan.read()).isNull();
		assertThat(plan.write()).isEqualTo(new Endpoint(List.of(new Ipv4Address("192.0.2.100")), 5432));
	}

	@Test
	void fullHostsDoOneThingEachAndBalancersHoldTheAddress() {
		ClusterPlan plan = ExamplePlan.of(Design.FULL, Map.of(), Map.of());
		assertThat(plan.hosts()).extracting((host) -> host.name() + " " + host.roles())
			.containsExactly("pg1 [POSTGRESQL]", "pg2 [POSTGRESQL]", "pg3 [POSTGRESQL]", "etcd1 [ETCD]", "etcd2 [ETCD]",
					"etcd3 [ETCD]", "lb1 [HAPROXY, KEEPALIVED]", "lb2 [HAPROXY, KEEPALIVED]");
		assertThat(plan.haproxy()).isEqualTo(new HaproxyTimers(1000, 500, 1000, 2, 1, 1000));
		assertThat(plan.write().port()).isEqualTo(5000);
		assertThat(plan.read()).isNotNull().extracting(Endpoint::port).isEqualTo(5001);
	}

	@Test
	void checksAreSharpAtEveryTtl() {
		ClusterPlan plan = ExamplePlan.of(Design.FULL, Map.of("ttl", "30", "loop-wait", "10", "retry-timeout", "10"),
				Map.of());
		assertThat(plan.patroni()).isEqualTo(new PatroniTimers(30, 10, 10, 0));
		assertThat(plan.keepalived()).isEqualTo(new KeepalivedTimers(0.3, 1, 2, 2, 1));
		assertThat(plan.haproxy()).isEqualTo(HaproxyTimers.SHARP);
	}

	@ParameterizedTest
	@CsvSource({ "cloud-lb", "external-lb", "multi-host" })
	void fullShapesWithoutKeepalivedLeadToEveryHaproxyHost(String entry) {
		ClusterPlan plan = ExamplePlan.of(Design.FULL, Map.of("entry", entry), Map.of());
		assertThat(plan.with(Role.KEEPALIVED)).isEmpty();
		assertThat(plan.write().hosts()).hasSize(2);
	}

	@Test
	void aBalancersProbesGetThroughTheFirewallOfTheHostsThatItAsks() {
		ClusterPlan azure = ExamplePlan.of(Design.SIMPLE, Map.of("entry", "cloud-lb", "balancer", "azure"), Map.of());
		assertThat(sources(azure, "pg1", Ports.PATRONI)).contains("168.63.129.16/32").doesNotContain("192.0.2.0/24");
		assertThat(sources(azure, "pg1", Ports.POSTGRESQL)).doesNotContain("168.63.129.16/32");
		ClusterPlan gcp = ExamplePlan.of(Design.FULL, Map.of("entry", "cloud-lb", "balancer", "gcp"), Map.of());
		assertThat(sources(gcp, "lb1", Ports.HAPROXY_HEALTH)).contains("35.191.0.0/16", "130.211.0.0/22");
		assertThat(sources(gcp, "pg1", Ports.PATRONI)).doesNotContain("35.191.0.0/16");
	}

	@Test
	void aBalancerWithoutAddressesOfItsOwnProbesFromTheNetworksOfTheApplications() {
		ClusterPlan aws = ExamplePlan.of(Design.SIMPLE, Map.of("entry", "cloud-lb", "balancer", "aws"),
				Map.of("applicationCidrs", List.of("198.51.100.0/24")));
		assertThat(sources(aws, "pg1", Ports.PATRONI)).contains("198.51.100.0/24", "192.0.2.12");
		ClusterPlan inside = ExamplePlan.of(Design.SIMPLE, Map.of("entry", "cloud-lb", "balancer", "aws"), Map.of());
		assertThat(sources(inside, "pg1", Ports.PATRONI)).containsExactly("192.0.2.0/24");
	}

	@Test
	void aBalancerWhoseNetworksAreKnownProbesFromThereAlone() {
		ClusterPlan aws = ExamplePlan.of(Design.SIMPLE, Map.of("entry", "cloud-lb", "balancer", "aws"),
				Map.of("applicationCidrs", List.of("203.0.113.0/24"), "balancerCidrs", List.of("198.51.100.0/28")));
		assertThat(sources(aws, "pg1", Ports.PATRONI)).contains("198.51.100.0/28").doesNotContain("203.0.113.0/24");
		assertThat(sources(aws, "pg1", Ports.POSTGRESQL)).contains("198.51.100.0/28", "203.0.113.0/24");
		assertThat(aws.hba()).anyMatch((rule) -> rule.address().equals("198.51.100.0/28"));
		ClusterPlan own = ExamplePlan.of(Design.FULL, Map.of("entry", "external-lb", "balancer", "other"),
				Map.of("balancerCidrs", List.of("198.51.100.7/32")));
		assertThat(sources(own, "lb1", Ports.HAPROXY_HEALTH)).containsExactly("198.51.100.7/32", "192.0.2.32");
		assertThat(sources(own, "lb1", Ports.HAPROXY_WRITE)).containsExactly("192.0.2.0/24", "198.51.100.7/32");
	}

	@Test
	void networksOfABalancerWithinThoseOfTheApplicationsAreListedOnce() {
		ClusterPlan aws = ExamplePlan.of(Design.SIMPLE, Map.of("entry", "cloud-lb", "balancer", "aws"),
				Map.of("balancerCidrs", List.of("192.0.2.64/28")));
		assertThat(sources(aws, "pg1", Ports.PATRONI)).contains("192.0.2.64/28").doesNotContain("192.0.2.0/24");
		assertThat(sources(aws, "pg1", Ports.POSTGRESQL)).containsExactly("192.0.2.0/24");
	}

	@Test
	void aBalancerThatPassesPacketsOnHasNoSessionsOfItsOwn() {
		ClusterPlan gcp = ExamplePlan.of(Design.SIMPLE, Map.of("entry", "cloud-lb", "balancer", "gcp"),
				Map.of("balancerCidrs", List.of("198.51.100.0/28")));
		assertThat(sources(gcp, "pg1", Ports.PATRONI)).contains("35.191.0.0/16", "198.51.100.0/28");
		assertThat(sources(gcp, "pg1", Ports.POSTGRESQL)).doesNotContain("198.51.100.0/28", "35.191.0.0/16");
	}

	@Test
	void withoutABalancerNobodyProbes() {
		assertThat(ExamplePlan.of(Design.SIMPLE, Map.of(), Map.of()).balancer()).isNull();
		assertThat(ExamplePlan.of(Design.SIMPLE, Map.of("entry", "multi-host"), Map.of()).flows())
			.noneMatch((flow) -> flow.from() == Flow.Party.BALANCER);
	}

	@ParameterizedTest
	@CsvSource({ "cloud-lb", "external-lb", "multi-host" })
	void simpleShapesWithoutKeepalivedHaveNoVirtualAddress(String entry) {
		ClusterPlan plan = ExamplePlan.of(Design.SIMPLE, Map.of("entry", entry), Map.of());
		assertThat(plan.inventoryMap()).containsEntry("vip", null);
		assertThat(plan.write().hosts()).hasSize(3);
		assertThat(plan.hba()).noneMatch((rule) -> rule.address().startsWith("192.0.2.100"));
	}

	@Test
	void blockedAdviceHasNoShape() {
		assertThatIllegalArgumentException().isThrownBy(() -> Shape.of(ExampleAdvice.blocked()));
	}

	@Test
	void aFootprintOfTheOtherDesignIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Shape.of(ExampleAdvice.of(Design.SIMPLE, Map.of("footprint", "full-8"), Map.of())))
			.withMessage("The footprint full-8 does not belong to the design simple");
	}

	@Test
	void anInventoryOfAnotherShapeIsRefused() {
		Shape simple = Shape.of(ExampleAdvice.of(Design.SIMPLE, Map.of(), Map.of()));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Parts.plan(ExampleAdvice.of(Design.FULL, Map.of(), Map.of()), Inventory.example(simple)))
			.withMessage("The inventory has 3 hosts, but full-8 needs 8");
	}

	@Test
	void inTheFullDesignApplicationsReachNothingButHaproxy() {
		ClusterPlan plan = ExamplePlan.of(Design.FULL, Map.of(), ELSEWHERE);
		assertThat(plan.hosts()).allSatisfy((host) -> assertThat(plan.inbound(host))
			.filteredOn((rule) -> rule.sources().contains("198.51.100.0/24"))
			.extracting(InboundRule::port)
			.isSubsetOf(host.has(Role.HAPROXY) ? List.of(5000, 5001) : List.of()));
		assertThat(sources(plan, "lb1", 5000)).startsWith("198.51.100.0/24");
		assertThat(sources(plan, "pg1", 5432)).containsExactly("192.0.2.12", "192.0.2.13", "192.0.2.31", "192.0.2.32");
		assertThat(sources(plan, "pg1", 8008)).containsExactly("192.0.2.12", "192.0.2.13", "192.0.2.31", "192.0.2.32");
		assertThat(sources(plan, "etcd1", 2379)).containsExactly("192.0.2.11", "192.0.2.12", "192.0.2.13", "192.0.2.22",
				"192.0.2.23");
		assertThat(sources(plan, "etcd1", 2380)).containsExactly("192.0.2.22", "192.0.2.23");
		assertThat(sources(plan, "lb1", 7000)).containsExactly("192.0.2.32");
		assertThat(sources(plan, "lb2", 0)).containsExactly("192.0.2.31");
	}

	@Test
	void inTheSimpleDesignApplicationsReachPostgresqlAndNothingElse() {
		ClusterPlan plan = ExamplePlan.of(Design.SIMPLE, Map.of(), ELSEWHERE);
		assertThat(sources(plan, "pg1", 5432)).containsExactly("198.51.100.0/24", "192.0.2.12", "192.0.2.13");
		assertThat(plan.inbound(plan.host("pg1"))).filteredOn((rule) -> rule.sources().contains("198.51.100.0/24"))
			.hasSize(1);
		assertThat(sources(plan, "pg1", 0)).containsExactly("192.0.2.12", "192.0.2.13");
	}

	@Test
	void onlySshIsOpenToAnywhereAndSaysSo() {
		for (Design design : Design.values()) {
			ClusterPlan plan = ExamplePlan.of(design, Map.of(), Map.of());
			for (Host host : plan.hosts()) {
				assertThat(plan.inbound(host)).filteredOn(InboundRule::anywhere).singleElement().satisfies((rule) -> {
					assertThat(rule.port()).isEqualTo(22);
					assertThat(rule.purpose()).contains("ssh").contains("narrow");
				});
			}
		}
	}

	@Test
	void noSourceLiesInsideAnotherOfTheSamePort() {
		ClusterPlan plan = ExamplePlan.of(Design.SIMPLE, Map.of(), Map.of());
		assertThat(sources(plan, "pg1", 5432)).containsExactly("192.0.2.0/24");
	}

	@Test
	void everyFlowOfTheMatrixHasOneRowAndAPurpose() {
		for (Design design : Design.values()) {
			ClusterPlan plan = ExamplePlan.of(design, Map.of(), Map.of());
			assertThat(plan.flows()).doesNotHaveDuplicates()
				.allSatisfy((flow) -> assertThat(flow.purpose()).isNotBlank());
		}
	}

	@Test
	void pgHbaTrustsNobodyAndLetsTheSuperuserInBySocketOnly() {
		for (Design design : Design.values()) {
			ClusterPlan plan = ExamplePlan.of(design, Map.of(), ELSEWHERE);
			assertThat(plan.hba()).allSatisfy((rule) -> {
				assertThat(rule.method()).isIn("peer", "scram-sha-256");
				assertThat(rule.address()).doesNotContain("0.0.0.0");
				assertThat(rule.user().equals("postgres")).isEqualTo(rule.type().equals("local"));
			});
			assertThat(plan.hba()).extracting(HbaRule::line)
				.startsWith("local all postgres peer", "host replication replicator 127.0.0.1/32 scram-sha-256")
				.contains("host replication replicator 192.0.2.11/32 scram-sha-256",
						"host postgres rewind_user 192.0.2.13/32 scram-sha-256");
		}
	}

	@Test
	void inTheFullDesignApplicationsHaveNoLineOfTheirOwn() {
		assertThat(ExamplePlan.of(Design.FULL, Map.of(), ELSEWHERE).hba()).extracting(HbaRule::line)
			.contains("host app app 192.0.2.31/32 scram-sha-256", "host app app 192.0.2.32/32 scram-sha-256")
			.noneMatch((line) -> line.contains("198.51.100."));
		assertThat(ExamplePlan.of(Design.SIMPLE, Map.of(), ELSEWHERE).hba()).extracting(HbaRule::line)
			.contains("host app app 198.51.100.0/24 scram-sha-256");
	}

	@Test
	void synchronousModeOffWaitsForNobody() {
		ClusterPlan plan = ExamplePlan.of(Design.SIMPLE,
				Map.of("synchronous-mode", "off", "primary-start-timeout", "300"), Map.of());
		assertThat(plan.synchronous()).isEqualTo(new Synchronous(false, 0));
	}

	@Test
	void haproxyLeavesSessionsToTheSuperuser() {
		assertThat(ExamplePlan.of(Design.FULL, Map.of(), Map.of()).sessionsPerServer()).isEqualTo(190);
	}

	private static List<String> sources(ClusterPlan plan, String host, int port) {
		return plan.inbound(plan.host(host))
			.stream()
			.filter((rule) -> rule.port() == port)
			.findFirst()
			.orElseThrow()
			.sources();
	}

}
