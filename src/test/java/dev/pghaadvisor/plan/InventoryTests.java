package dev.pghaadvisor.plan;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.questionnaire.InputError;
import dev.pghaadvisor.rules.Design;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

/** Tests for {@link Inventory} and how it is read. */
class InventoryTests {

	private static final Shape SIMPLE = Shape.of(ExampleAdvice.of(Design.SIMPLE, Map.of(), Map.of()));

	private static final Shape FULL = Shape.of(ExampleAdvice.of(Design.FULL, Map.of(), Map.of()));

	@ParameterizedTest
	@EnumSource(Design.class)
	void theExampleReadsBackAsItself(Design design) {
		Shape shape = (design == Design.FULL) ? FULL : SIMPLE;
		Inventory example = Inventory.example(shape);
		assertThat(Inventory.parse(shape, example.toMap())).isEqualTo(example);
		assertThat(Inventory.parse(shape, Map.of())).isEqualTo(example);
	}

	@Test
	void theExampleHasTheHostsOfTheDesignInOrder() {
		assertThat(Inventory.example(SIMPLE).hosts()).map((host) -> host.name() + " " + host.address())
			.containsExactly("pg1 192.0.2.11", "pg2 192.0.2.12", "pg3 192.0.2.13");
		assertThat(Inventory.example(FULL).hosts()).map((host) -> host.name() + " " + host.address())
			.containsExactly("pg1 192.0.2.11", "pg2 192.0.2.12", "pg3 192.0.2.13", "etcd1 192.0.2.21",
					"etcd2 192.0.2.22", "etcd3 192.0.2.23", "lb1 192.0.2.31", "lb2 192.0.2.32");
	}

	@Test
	void theRouterIdFollowsTheVirtualAddress() {
		assertThat(Inventory.example(SIMPLE).virtualRouterId()).isEqualTo(100);
		assertThat(Inventory.parse(SIMPLE, Map.of("vip", "192.0.2.77/24")).virtualRouterId()).isEqualTo(77);
		assertThat(Inventory.parse(SIMPLE, Map.of("vip", "192.0.2.77/24", "virtualRouterId", 7)).virtualRouterId())
			.isEqualTo(7);
	}

	@Test
	void theRouterIdOfEveryTutorialIsNeverTheDefault() {
		assertThat(Inventory.parse(SIMPLE, Map.of("vip", "192.0.2.51/24")).virtualRouterId()).isEqualTo(52);
	}

	@Test
	void everyErrorIsReportedAtOnceWithItsField() {
		List<InputError> errors = errors(SIMPLE,
				Map.of("cluster", "Main", "vip", "2001:db8::1/64", "interface", "far-too-long-a-name", "database",
						"select", "databaseCores", 0, "applicationCidrs", List.of("192.0.2.0/24", "0.0.0.0/0"), "hosts",
						List.of(Map.of("name", "pg1\n  bind *:1"), Map.of(), Map.of("address", "192.0.2.999"))));
		assertThat(errors).extracting(InputError::field)
			.containsExactlyInAnyOrder("cluster", "vip", "interface", "database", "databaseCores",
					"applicationCidrs[1]", "hosts[0].name", "hosts[2].address");
		assertThat(errors).allSatisfy((error) -> {
			assertThat(error.valid()).isNotEmpty();
			assertThat(error.message()).isNotBlank().matches("[ -~]+");
		});
	}

	@Test
	void aNumberWhereTextBelongsIsAnError() {
		assertThat(errors(SIMPLE, Map.of("cluster", 5))).containsExactly(
				new InputError("cluster", "Text is needed here, not the number \"5\"", List.of(ClusterName.VALID)));
	}

	@Test
	void textWhereANumberBelongsIsAnError() {
		assertThat(errors(SIMPLE, Map.of("walDiskGb", "50"))).containsExactly(new InputError("walDiskGb",
				"A number is needed here, not the text \"50\"", List.of("a whole number from 1 to 65536")));
	}

	@Test
	void nullIsNeitherTextNorANumber() {
		Map<String, Object> json = new HashMap<>();
		json.put("cluster", null);
		json.put("databaseCores", null);
		json.put("hosts", Arrays.asList(null, Map.of(), Map.of()));
		assertThat(errors(SIMPLE, json)).extracting(InputError::field)
			.containsExactlyInAnyOrder("cluster", "databaseCores", "hosts[0]");
	}

	@Test
	void numbersAreWholeAndBounded() {
		for (Number number : List.of(0, -1, 513, 1.5, Double.NaN, Double.POSITIVE_INFINITY, BigInteger.TEN.pow(400),
				4_294_967_297L)) {
			assertThat(errors(SIMPLE, Map.of("databaseCores", number))).as(number.toString())
				.extracting(InputError::field)
				.containsExactly("databaseCores");
		}
		assertThat(Inventory.parse(SIMPLE, Map.of("databaseCores", 512L)).databaseCores()).isEqualTo(512);
		assertThat(Inventory.parse(SIMPLE, Map.of("databaseCores", 2.0)).databaseCores()).isEqualTo(2);
	}

	@Test
	void theConstructorRefusesNumbersOutOfRangeToo() {
		Inventory example = Inventory.example(SIMPLE);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Inventory(example.cluster(), example.vip(), example.networkInterface(), 256,
					example.applicationCidrs(), example.database(), example.applicationUser(), example.hosts(), 8, 4,
					50, 1000, null))
			.withMessage("virtualRouterId 256 is not within 1 to 255");
	}

	@Test
	void whoNeverSaidHowFastTheNetworkIsHasAGigabit() {
		Map<String, Object> earlier = new HashMap<>(Inventory.example(SIMPLE).toMap());
		earlier.remove("databaseLinkMbit");
		assertThat(Inventory.parse(SIMPLE, earlier).databaseLinkMbit()).isEqualTo(1000);
	}

	@Test
	void aNetworkThatNobodyHasIsRefusedAtItsField() {
		for (Object given : List.of(0, -1, 400_001, 0.5, "1 Gbit/s", List.of(1000), true)) {
			assertThat(errors(SIMPLE, Map.of("databaseLinkMbit", given))).as(given.toString())
				.extracting(InputError::field, InputError::valid)
				.containsExactly(tuple("databaseLinkMbit", List.of("a whole number from 1 to 400000")));
		}
		assertThat(Inventory.parse(SIMPLE, Map.of("databaseLinkMbit", 400_000)).toMap())
			.containsEntry("databaseLinkMbit", 400_000);
	}

	@Test
	void probesAreAskedForWithABalancerOnly() {
		Shape balanced = new Shape(Design.SIMPLE, Footprint.SIMPLE_3, Entry.CLOUD_LB, Platform.DEBIAN_13);
		Map<String, Integer> given = Map.of("probeIntervalSeconds", 10, "probeThreshold", 3);
		assertThat(Inventory.parse(balanced, given).probes()).isEqualTo(new Probes(10, 3, List.of()));
		assertThat(Inventory.parse(balanced, given).toMap()).containsAllEntriesOf(given);
		assertThat(Inventory.parse(balanced, Map.of()).probes()).isEqualTo(Probes.USUAL);
		assertThat(Inventory.parse(SIMPLE, given).probes()).isNull();
		assertThat(errors(balanced, Map.of("probeThreshold", 11))).extracting(InputError::field)
			.containsExactly("probeThreshold");
	}

	@Test
	void networksOfTheBalancerAreReadWhereThereIsOne() {
		Shape balanced = new Shape(Design.SIMPLE, Footprint.SIMPLE_3, Entry.CLOUD_LB, Platform.DEBIAN_13);
		Map<String, ?> given = Map.of("balancerCidrs", List.of("198.51.100.0/28", "198.51.100.16/28"));
		assertThat(Inventory.parse(balanced, given).toMap()).containsAllEntriesOf(given);
		assertThat(Inventory.parse(balanced, given).withExampleAddresses(balanced))
			.isEqualTo(Inventory.example(balanced));
		assertThat(Inventory.parse(balanced, Map.of("balancerCidrs", List.of())).toMap())
			.doesNotContainKey("balancerCidrs");
		assertThat(Inventory.parse(SIMPLE, given)).isEqualTo(Inventory.example(SIMPLE));
	}

	@Test
	void networksOfTheBalancerThatAreNoneAreToldAtTheirPlace() {
		Shape balanced = new Shape(Design.SIMPLE, Footprint.SIMPLE_3, Entry.CLOUD_LB, Platform.DEBIAN_13);
		assertThat(errors(balanced, Map.of("balancerCidrs", List.of("198.51.100.0/28", "0.0.0.0/0", "fd00::/8", 7))))
			.extracting(InputError::field)
			.containsExactly("balancerCidrs[1]", "balancerCidrs[2]", "balancerCidrs[3]");
		assertThat(errors(balanced, Map.of("balancerCidrs", List.of("198.51.100.0/24", "198.51.100.16/28"))))
			.singleElement()
			.satisfies((error) -> assertThat(error.message())
				.isEqualTo("198.51.100.16/28 overlaps 198.51.100.0/24 in balancerCidrs[0]"));
		assertThat(errors(balanced, Map.of("balancerCidrs", "198.51.100.0/24"))).singleElement()
			.satisfies((error) -> assertThat(error.message())
				.isEqualTo("The networks of the balancer have to be a list of 0 to 64"));
	}

	@Test
	void anUnknownFieldIsNamedWithTheNearestOne() {
		assertThat(errors(SIMPLE, Map.of("Databse", "app"))).singleElement().satisfies((error) -> {
			assertThat(error.field()).isEqualTo("Databse");
			assertThat(error.message()).isEqualTo("There is no field \"Databse\"; the nearest is database");
			assertThat(error.valid()).contains("database", "hosts");
		});
		assertThat(errors(SIMPLE, Map.of("hosts", List.of(Map.of("adress", "192.0.2.11"), Map.of(), Map.of()))))
			.singleElement()
			.satisfies((error) -> {
				assertThat(error.field()).isEqualTo("hosts[0].adress");
				assertThat(error.message()).endsWith("the nearest is address");
			});
	}

	@Test
	void anUnknownFieldIsNeverRepeatedAsItWas() {
		assertThat(errors(SIMPLE, Map.of("\u202e<b>\n" + "x".repeat(10_000), 1))).singleElement().satisfies((error) -> {
			assertThat(error.field()).matches("[ -~]+").hasSizeLessThan(100);
			assertThat(error.message()).matches("[ -~]+").hasSizeLessThan(200);
		});
	}

	@Test
	void theWrongNumberOfHostsNamesTheRightOne() {
		assertThat(errors(SIMPLE, Map.of("hosts", List.of(Map.of())))).containsExactly(new InputError("hosts",
				"1 hosts are given, but this design has 3", List.of("3 hosts in the order pg1, pg2, pg3")));
		assertThat(errors(FULL, Map.of("hosts", Collections.nCopies(10_000, "x")))).extracting(InputError::field)
			.contains("hosts")
			.hasSize(9);
	}

	@Test
	void namesAndAddressesAreUsedOnce() {
		List<InputError> errors = errors(SIMPLE, Map.of("hosts", List.of(Map.of("name", "a", "address", "192.0.2.1"),
				Map.of("name", "a", "address", "192.0.2.2"), Map.of("name", "c", "address", "192.0.2.1"))));
		assertThat(errors).extracting(InputError::field, InputError::message)
			.containsExactly(tuple("hosts[1].name", "a is also the name in hosts[0].name"),
					tuple("hosts[2].address", "192.0.2.1 is also the address in hosts[0].address"));
	}

	@Test
	void theVirtualAddressIsNoHosts() {
		assertThat(errors(SIMPLE, Map.of("vip", "192.0.2.12/24"))).containsExactly(new InputError("vip",
				"192.0.2.12 is already the address in hosts[1].address", List.of("an address that no host has")));
		assertThat(errors(FULL, Map.of("vip", "192.0.2.22/24"))).extracting(InputError::field).containsExactly("vip");
	}

	@Test
	void theVirtualAddressLiesInTheSubnetOfItsHolders() {
		assertThat(errors(SIMPLE, Map.of("vip", "198.51.100.1/24"))).singleElement().satisfies((error) -> {
			assertThat(error.field()).isEqualTo("vip");
			assertThat(error.message()).contains("outside the subnet");
		});
	}

	@Test
	void aHolderOutsideTheSubnetIsNamed() {
		assertThat(errors(SIMPLE, Map.of("hosts", List.of(Map.of(), Map.of("address", "198.51.100.2"), Map.of()))))
			.extracting(InputError::field)
			.containsExactly("hosts[1].address");
	}

	@Test
	void aHostThatNeverHoldsTheAddressMayLieElsewhere() {
		List<Map<String, ?>> hosts = new ArrayList<>(Collections.nCopies(8, Map.of()));
		hosts.set(0, Map.of("address", "198.51.100.2"));
		assertThat(Inventory.parse(FULL, Map.of("hosts", hosts)).hosts().get(0).address()).hasToString("198.51.100.2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "192.0.2.0", "192.0.2.255", "127.0.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255" })
	void addressesThatNoHostMayHaveAreRefused(String address) {
		assertThat(errors(SIMPLE, Map.of("hosts", List.of(Map.of("address", address), Map.of(), Map.of()))))
			.extracting(InputError::field)
			.containsExactly("hosts[0].address");
	}

	@Test
	void networksThatOverlapAreRefused() {
		assertThat(
				errors(SIMPLE, Map.of("applicationCidrs", List.of("192.0.2.0/24", "198.51.100.0/24", "192.0.2.64/26"))))
			.containsExactly(
					new InputError("applicationCidrs[2]", "192.0.2.64/26 overlaps 192.0.2.0/24 in applicationCidrs[0]",
							List.of("networks that share no address")));
	}

	@Test
	void networksAreAListOfOneToSixtyFour() {
		for (Object given : List.of("192.0.2.0/24", List.of(), Collections.nCopies(65, "192.0.2.0/24"), Map.of())) {
			assertThat(errors(SIMPLE, Map.of("applicationCidrs", given))).extracting(InputError::field)
				.containsExactly("applicationCidrs");
		}
	}

	@Test
	void aHostMayCallItsInterfaceOtherwise() {
		Inventory inventory = Inventory.parse(SIMPLE,
				Map.of("hosts", List.of(Map.of("interface", "ens3"), Map.of(), Map.of()), "interface", "eth1"));
		ClusterPlan plan = Parts.plan(ExampleAdvice.of(Design.SIMPLE, Map.of(), Map.of()), inventory);
		assertThat(plan.hosts()).extracting((host) -> plan.networkInterface(host).value())
			.containsExactly("ens3", "eth1", "eth1");
		assertThat(Inventory.parse(SIMPLE, inventory.toMap())).isEqualTo(inventory);
		assertThat(errors(SIMPLE, Map.of("hosts", List.of(Map.of("interface", "lo"), Map.of(), Map.of()))))
			.extracting(InputError::field)
			.containsExactly("hosts[0].interface");
	}

	@Test
	void upperCaseInNamesOfHostsIsLowered() {
		Inventory inventory = Inventory.parse(SIMPLE,
				Map.of("hosts", List.of(Map.of("name", "DB-North"), Map.of(), Map.of())));
		assertThat(inventory.hosts().get(0).name()).isEqualTo(new HostName("db-north"));
		assertThat(errors(SIMPLE, Map.of("hosts", List.of(Map.of("name", "PG2"), Map.of(), Map.of()))))
			.extracting(InputError::field)
			.containsExactly("hosts[1].name");
	}

	@Test
	void databasesAndRolesMayBeCalledAsApplicationsHaveThem() {
		Inventory inventory = Inventory.parse(SIMPLE, Map.of("database", "my-app", "applicationUser", "MyApp"));
		assertThat(inventory.database().value()).isEqualTo("my-app");
		assertThat(inventory.applicationUser().value()).isEqualTo("MyApp");
		for (String name : List.of("my app", "-app", "a\"b", "a'b", "a;b", "a$b", "Replication", "PG_app", "1app")) {
			assertThat(errors(SIMPLE, Map.of("database", name))).as(name)
				.extracting(InputError::field)
				.containsExactly("database");
		}
	}

	@Test
	void eachOfThreeSitesHoldsOneVoteAndOneCopy() {
		Shape spread = new Shape(Design.SIMPLE, Footprint.SIMPLE_3, Entry.KEEPALIVED, Platform.DEBIAN_13,
				Placement.THREE_SITES);
		assertThat(Inventory.example(spread).hosts()).extracting(HostEntry::site)
			.containsExactly(new SiteName("site1"), new SiteName("site2"), new SiteName("site3"));
		assertThat(errors(spread,
				Map.of("hosts", List.of(Map.of("site", "north"), Map.of("site", "north"), Map.of("site", "south")))))
			.extracting(InputError::field)
			.containsExactly("hosts[1].site");
		assertThat(errors(spread, Map.of("hosts", List.of(Map.of("site", "no site"), Map.of(), Map.of()))))
			.extracting(InputError::field)
			.containsExactly("hosts[0].site");
	}

	@Test
	void aSiteThatNobodyAsksForIsNotKept() {
		assertThat(Inventory.parse(SIMPLE, Map.of("hosts", List.of(Map.of("site", "north"), Map.of(), Map.of()))))
			.isEqualTo(Inventory.example(SIMPLE));
	}

	@Test
	void anAnswerMayComeBackAsAQuestionWithItsRoles() {
		Inventory example = Inventory.example(SIMPLE);
		ClusterPlan plan = Parts.plan(ExampleAdvice.of(Design.SIMPLE, Map.of(), Map.of()), example);
		assertThat(Inventory.parse(SIMPLE, plan.inventoryMap())).isEqualTo(example);
		assertThat(errors(SIMPLE, Map.of("hosts", List.of(Map.of("roles", List.of("etcd")), Map.of(), Map.of()))))
			.extracting(InputError::field)
			.containsExactly("hosts[0].roles");
	}

	@Test
	void sharingWithExampleAddressesKeepsNothingButSizes() {
		Inventory own = Inventory.parse(SIMPLE,
				Map.of("cluster", "secret", "vip", "198.51.100.9/24", "database", "secret", "applicationUser", "secret",
						"applicationCidrs", List.of("198.51.100.0/24"), "interface", "ens9", "databaseCores", 7,
						"databaseLinkMbit", 2500, "hosts",
						List.of(Map.of("name", "secret1", "address", "198.51.100.1"),
								Map.of("name", "secret2", "address", "198.51.100.2"),
								Map.of("name", "secret3", "address", "198.51.100.3"))));
		Inventory shared = own.withExampleAddresses(SIMPLE);
		assertThat(shared.toMap().toString()).doesNotContain("secret", "198.51.100", "ens9");
		assertThat(shared.databaseCores()).isEqualTo(7);
		assertThat(shared.databaseLinkMbit()).isEqualTo(2500);
	}

	private static List<InputError> errors(Shape shape, Map<String, ?> json) {
		InvalidInventoryException ex = catchThrowableOfType(InvalidInventoryException.class,
				() -> Inventory.parse(shape, json));
		assertThat(ex).isNotNull();
		return ex.errors();
	}

}
