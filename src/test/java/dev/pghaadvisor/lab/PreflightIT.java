package dev.pghaadvisor.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

import dev.pghaadvisor.bundle.Persona;
import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.ClusterPlan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What preflight.sh asks a host, each with the real programs in a network of its own. */
@Requires(Requirement.LAB)
class PreflightIT {

	private static final ClusterPlan PLAN = Persona.MONITORING.plan();

	private static Enclosure enclosure;

	private static Network network;

	private static Root host;

	@BeforeAll
	static void plugIn() throws IOException {
		enclosure = Enclosure.open();
		network = Network.bridged(enclosure, "eth0");
		PLAN.hosts().forEach((each) -> network.plug(each.name().value(), each.address() + "/24"));
		host = enclosure.root("pg1", Image.tools(PLAN.shape().platform()));
		Files.write(host.file("/root/preflight.sh"),
				Parts.bundle(PLAN, Map.of()).file("hosts/pg1/preflight.sh").bytes());
	}

	@AfterEach
	void forget() {
		host.script("rm -rf /etc/pg-ha").run().orThrow();
	}

	@AfterAll
	static void end() {
		enclosure.close();
	}

	@Test
	void aHostThatFitsIsClaimed() {
		assertThat(preflight().orThrow()).isEqualTo("claimed\n");
		assertThat(preflight().orThrow()).isEmpty();
	}

	@Test
	void whoOnlyLooksClaimsNothing() {
		assertThat(host.script("sh /root/preflight.sh - look").within(60).run().orThrow()).isEmpty();
		assertThat(host.file("/etc/pg-ha")).doesNotExist();
	}

	@Test
	void whatRunsHereTakesNoOtherVirtualAddress() {
		preflight().orThrow();
		host.script("""
				sed -i 's/VIP [0-9.]*/VIP 192.0.2.99/' /etc/pg-ha/claim
				printf '#!/bin/sh\necho active\n' >/usr/local/bin/systemctl; chmod 755 /usr/local/bin/systemctl
				""").run().orThrow();
		Output output = preflight();
		assertThat(output.failed()).isTrue();
		assertThat(output.text()).contains(
				"pg1: what runs here is cluster main, simple design, VIP 192.0.2.99/24 on eth0",
				"and these files are for cluster main, simple design, VIP 192.0.2.100/24 on eth0");
		host.script("rm /usr/local/bin/systemctl").run().orThrow();
	}

	/** An earlier try that started nothing binds nobody, and vouches for nothing. */
	@Test
	void anotherVirtualAddressThanThatOfAnEarlierTryIsLookedFor() {
		preflight().orThrow();
		host.script("sed -i 's/VIP [0-9.]*/VIP 192.0.2.99/' /etc/pg-ha/claim").run().orThrow();
		network.plug("stranger", "192.0.2.100/24");
		assertThat(preflight().text()).contains("192.0.2.100 is in use already, by the machine with ");
		network.unplug("stranger");
		assertThat(preflight().orThrow()).isEmpty();
		assertThat(host.script("cat /etc/pg-ha/claim").run().orThrow()).contains("VIP 192.0.2.100/24");
	}

	@Test
	void anotherPrefixThanThatOfTheVirtualAddressIsRefused() {
		host.script("ip addr flush dev eth0; ip addr add 192.0.2.11/16 dev eth0").run().orThrow();
		assertRefused("it is not 192.0.2.11/24 on eth0, but 192.0.2.11/16 on eth0");
		host.script("ip addr flush dev eth0; ip addr add 192.0.2.11/24 dev eth0").run().orThrow();
	}

	@Test
	void anotherInterfaceIsRefused() {
		host.script("ip link set eth0 down; ip link set eth0 name eth7; ip link set eth7 up").run().orThrow();
		assertRefused("it is not 192.0.2.11/24 on eth0, but 192.0.2.11/24 on eth7");
		host.script("ip link set eth7 down; ip link set eth7 name eth0; ip link set eth0 up").run().orThrow();
	}

	@Test
	void aVirtualAddressThatAStrangerHasIsRefused() {
		network.plug("stranger", "192.0.2.100/24");
		assertRefused("192.0.2.100 is in use already, by the machine with ");
		network.unplug("stranger");
	}

	/** This host replaces a lost one, and the others go on meanwhile. */
	@Test
	void aVirtualAddressOnAnotherHostOfTheClusterIsFine() {
		enclosure.script("ip -n pg2 addr add 192.0.2.100/24 dev eth0");
		assertThat(preflight().orThrow()).isEqualTo("claimed\n");
		enclosure.script("ip -n pg2 addr del 192.0.2.100/24 dev eth0");
	}

	@Test
	void versionsThatWereNeverTriedAreRefused() {
		host.script("cp /var/lib/dpkg/status /root/status; "
				+ "sed -i '/^Package: patroni$/,/^$/s/^Version: .*/Version: 4.1.2-1.pgdg13+1/' /var/lib/dpkg/status")
			.run()
			.orThrow();
		assertRefused(
				"patroni is 4.1.2-1.pgdg13+1 here, and these files were tried with 4.0: take Debian 13's own package");
		host.script("mv /root/status /var/lib/dpkg/status").run().orThrow();
	}

	@Test
	void everythingThatIsWrongIsSaidAtOnceAndNothingIsChanged() {
		host.script("mkdir -p /var/lib/etcd/main/member /var/lib/postgresql/17/patroni; "
				+ "touch /var/lib/postgresql/17/patroni/PG_VERSION; "
				+ "python3 -m http.server 8008 >/dev/null 2>&1 & echo $! >/root/pid; "
				+ "until ss -Hltn 'sport = :8008' | grep -q .; do sleep 0.1; done")
			.within(30)
			.run()
			.orThrow();
		String before = listing();
		assertRefused("/var/lib/etcd/main is left from an earlier cluster",
				"/var/lib/postgresql/17/patroni is left from an earlier cluster", "port 8008 is taken by python3");
		assertThat(listing()).isEqualTo(before);
		host.script("kill $(cat /root/pid); rm -r /root/pid /var/lib/etcd/main /var/lib/postgresql/17/patroni")
			.run()
			.orThrow();
	}

	private static void assertRefused(String... complaints) {
		Output output = preflight();
		assertThat(output.failed()).as(output.text()).isTrue();
		assertThat(output.text()).contains(complaints);
		assertThat(output.text().lines()).hasSize(complaints.length).allMatch((line) -> line.startsWith("pg1: "));
		assertThat(host.file("/etc/pg-ha")).doesNotExist();
	}

	private static Output preflight() {
		return host.script("sh /root/preflight.sh -").within(60).run();
	}

	private static String listing() {
		return host.script("find /etc /var/lib /usr/local -xdev -printf '%p %m %u %s %T@\\n' | sort").run().orThrow();
	}

}
