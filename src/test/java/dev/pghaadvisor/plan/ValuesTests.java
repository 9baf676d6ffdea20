package dev.pghaadvisor.plan;

import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/** Tests for the values that users type. */
class ValuesTests {

	private static final String[] HOSTILE = { "", " ", "pg1\n  bind *:1", "pg1\n", "\npg1", "../..", "..", "/",
			"<script>", "a".repeat(10_000), "pg\u202e1", "\u200fpg1", "p\u0000g", "pg1;reboot", "$(reboot)", "`reboot`",
			"pg'1", "pg\"1", "pg1 ", " pg1", "pg1\t", "pg1\r", "{{ pg1 }}", "${pg1}", "p\u00e4g", "\u0440g1", "-pg1",
			"#pg1", "pg1#", "pg1:", "*", "%n", "\\pg1" };

	static Stream<Arguments> readers() {
		return Stream.of(argumentSet("cluster", (Function<String, Object>) ClusterName::new),
				argumentSet("host", (Function<String, Object>) HostName::new),
				argumentSet("address", (Function<String, Object>) Ipv4Address::new),
				argumentSet("network", (Function<String, Object>) Cidr::parse),
				argumentSet("virtual address", (Function<String, Object>) Vip::parse),
				argumentSet("interface", (Function<String, Object>) InterfaceName::new),
				argumentSet("SQL name", (Function<String, Object>) SqlName::new));
	}

	@ParameterizedTest
	@MethodSource("readers")
	void hostileTextIsRefusedAndNeverRepeatedAsItWas(Function<String, Object> reader) {
		for (String text : HOSTILE) {
			assertThatIllegalArgumentException().as(Shown.of(text))
				.isThrownBy(() -> reader.apply(text))
				.satisfies((ex) -> assertThat(ex.getMessage()).hasSizeLessThan(200).matches("[ -~]+"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "main", "a", "shop-2", "a-b-c" })
	void clusterNamesAreLabels(String text) {
		assertThat(new ClusterName(text)).hasToString(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Main", "2shop", "a--b", "a-", "a_b", "a.b" })
	void otherClusterNamesAreRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> new ClusterName(text))
			.withMessage("\"" + text + "\" is not a cluster name");
	}

	@Test
	void theNameOfTheClusterThatDebiansEtcdKeepsIsTaken() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ClusterName("default"))
			.withMessageContaining("/var/lib/etcd/default");
	}

	@Test
	void clusterNamesHaveFortyCharactersAtMost() {
		assertThatNoException().isThrownBy(() -> new ClusterName("a".repeat(40)));
		assertThatIllegalArgumentException().isThrownBy(() -> new ClusterName("a".repeat(41)));
	}

	@Test
	void hostNamesHaveSixtyThreeCharactersAtMost() {
		assertThatNoException().isThrownBy(() -> new HostName("a".repeat(63)));
		assertThatIllegalArgumentException().isThrownBy(() -> new HostName("a".repeat(64)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "all", "etcd", "true", "null", "no" })
	void hostNamesThatMeanSomethingElseAreRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> new HostName(text))
			.withMessageContaining("already means");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "192.0.2", "192.0.2.1.1", "192.0.2.256", "192.0.2.01", "0x7f.1.1.1", "192.0.2.-1", "1234" })
	void addressesInOtherSpellingsAreRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Ipv4Address(text))
			.withMessage("\"" + text + "\" is not an IPv4 address");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2001:db8::1", "::1", "::", "fe80::1%eth0", "[2001:db8::1]", "::ffff:192.0.2.1" })
	void addressesOfIpv6AreRefusedByName(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Ipv4Address(text))
			.withMessageContaining("is IPv6, which is not generated");
	}

	@Test
	void networksOfIpv6AreRefusedByName() {
		assertThatIllegalArgumentException().isThrownBy(() -> Cidr.parse("2001:db8::/32"))
			.withMessageContaining("is IPv6, which is not generated");
		assertThatIllegalArgumentException().isThrownBy(() -> Vip.parse("2001:db8::1/64"))
			.withMessageContaining("is IPv6, which is not generated");
	}

	@Test
	void theWholeInternetIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Cidr.parse("0.0.0.0/0"))
			.withMessage("\"0.0.0.0/0\" would let the whole internet in");
	}

	@Test
	void halfOfTheInternetIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Cidr.parse("128.0.0.0/1"))
			.withMessageContaining("not within 8 to 32");
	}

	@Test
	void networksWithHostBitsAreRefusedWithTheNetworkMeant() {
		assertThatIllegalArgumentException().isThrownBy(() -> Cidr.parse("192.0.2.5/24"))
			.withMessage("\"192.0.2.5/24\" has bits set beyond its prefix: the network is 192.0.2.0/24");
	}

	@ParameterizedTest
	@ValueSource(strings = { "224.0.0.0/8", "127.0.0.0/8", "0.0.0.0/8" })
	void networksWithoutHostsAreRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Cidr.parse(text))
			.withMessageContaining("not a network that hosts live in");
	}

	@Test
	void networksKnowTheirAddresses() {
		Cidr network = Cidr.parse("192.0.2.0/25");
		assertThat(network.contains(new Ipv4Address("192.0.2.127"))).isTrue();
		assertThat(network.contains(new Ipv4Address("192.0.2.128"))).isFalse();
		assertThat(network.isEdge(new Ipv4Address("192.0.2.127"))).isTrue();
		assertThat(network.isEdge(new Ipv4Address("192.0.2.0"))).isTrue();
		assertThat(network.isEdge(new Ipv4Address("192.0.2.126"))).isFalse();
		assertThat(Cidr.parse("192.0.2.1/32").isEdge(new Ipv4Address("192.0.2.1"))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "192.0.2.0/24", "192.0.2.255/24", "192.0.2.3/30" })
	void virtualAddressesAtTheEdgeOfTheirSubnetAreRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Vip.parse(text))
			.withMessageContaining("network or broadcast address");
	}

	@ParameterizedTest
	@ValueSource(strings = { "192.0.2.100", "192.0.2.100/", "192.0.2.100/024", "192.0.2.100/24/24", "192.0.2.100/33" })
	void virtualAddressesNeedOnePrefix(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Vip.parse(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "eth0", "ens18", "bond0.100", "enp0s31f6", "br-lan_1", "abcdefghijklmno" })
	void interfaceNamesAreThoseOfTheKernel(String text) {
		assertThat(new InterfaceName(text)).hasToString(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "abcdefghijklmnop", "lo", "all", "eth0:1", "0eth" })
	void otherInterfaceNamesAreRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> new InterfaceName(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "app", "shop_1", "a" })
	void sqlNamesNeedNoQuotes(String text) {
		assertThat(new SqlName(text)).hasToString(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "user", "select", "table", "all", "end" })
	void reservedWordsAreNoSqlNames(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> new SqlName(text))
			.withMessage("\"" + text + "\" is a reserved word");
	}

	@ParameterizedTest
	@ValueSource(strings = { "replication", "sameuser", "samerole", "public", "yes", "no", "off" })
	void wordsWithAMeaningInPgHbaOrYamlAreNoSqlNames(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> new SqlName(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "postgres", "template1", "replicator", "rewind_user", "rewind" })
	void namesThatTheClusterUsesAreRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> new SqlName(text))
			.withMessageContaining("the cluster uses itself");
	}

	@Test
	void namesOfPostgresqlItselfAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new SqlName("pg_monitor")).withMessageContaining("pg_");
	}

}
