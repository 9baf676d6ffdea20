package dev.pghaadvisor.lab;

import java.util.HashMap;
import java.util.Map;

import dev.pghaadvisor.bundle.Persona;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The simple design. Besides, somebody thinks again while the cluster is at work: other
 * timers, fewer connections and less memory, for which every member has to restart; and
 * back.
 */
@Order(Lanes.LONGEST)
@DisabledIfSystemProperty(named = "lab.shapes", matches = ".+", disabledReason = "other shapes are deployed")
class SimpleDeploymentIT extends WholeDeploymentTest {

	private static final String FIRST = "20 500/2816MB 500/2816MB 500/2816MB";

	private static final String OTHER = "30 100/768MB 100/768MB 100/768MB";

	private Deployment changed;

	SimpleDeploymentIT() {
		take(Persona.MONITORING);
	}

	@Test
	@Order(60)
	void otherAnswersShowInAdvanceWhatTheyChange() {
		assertThat(values()).isEqualTo(FIRST);
		Map<String, String> answers = new HashMap<>(persona().answers());
		answers.putAll(Map.of("rto", "60s", "connections", "under-100"));
		this.changed = deployment().with(Download.of(application(), answers, Map.of("databaseMemoryGb", 4)), "changed");
		this.changed.unpackAndPrepareFrom(deployment());
		assertThat(this.changed.playbook("--check --diff --tags files site.yml", "the difference in advance")).contains(
				"-    ttl: 20\n", "+    ttl: 30\n", "-        max_connections: 500\n",
				"+        max_connections: 100\n");
		assertThat(values()).isEqualTo(FIRST);
	}

	/** The replica's connections for replication lead nowhere. */
	@Test
	@Order(61)
	void noneIsTakenWhileAReplicaDoesNotStream() {
		String replica = leader().equals("pg3") ? "pg2" : "pg3";
		String address = plan().host(replica).address().toString();
		servers()
			.on(address,
					"nft 'add table inet broken; add chain inet broken output { type filter hook output priority 0; }; "
							+ "add rule inet broken output oifname != lo tcp dport 5432 drop'; "
							+ "while pg-ha-cluster healthy; do sleep 1; done")
			.within(90)
			.run()
			.orThrow();
		Output refused = this.changed.tryPlaybook("site.yml", "site.yml with a replica that does not stream");
		assertThat(refused.failed()).isTrue();
		assertThat(refused.text()).contains(replica + " does not");
		servers().on(address, "nft delete table inet broken; until pg-ha-cluster healthy 2>/dev/null; do sleep 1; done")
			.within(120)
			.run()
			.orThrow();
		assertThat(values()).isEqualTo(FIRST);
	}

	@Test
	@Order(62)
	void fewerConnectionsAreTakenWithAWriterOn() {
		report("fewer connections",
				this.changed.underLoad(plan(),
						() -> assertThat(this.changed.playbook("site.yml", "site.yml with other answers"))
							.contains("ttl: 20 -> 30", "max_connections: 500 -> 100 (lower")));
		assertThat(values()).isEqualTo(OTHER);
		this.changed.verify();
	}

	@Test
	@Order(63)
	void moreConnectionsAreTakenWithAWriterOn() {
		String leader = leader();
		report("more connections",
				deployment().underLoad(plan(),
						() -> assertThat(deployment().playbook("site.yml", "site.yml with the first answers"))
							.contains("ttl: 30 -> 20", "max_connections: 100 -> 500")));
		assertThat(values()).isEqualTo(FIRST);
		assertThat(leader()).isNotEqualTo(leader);
		assertThat(deployment().playbook("site.yml", "once more")).doesNotContainPattern("changed=[1-9]");
		deployment().verify();
	}

	/**
	 * What protects etcd from strangers is missing: better no service than an open one.
	 */
	@Test
	@Order(70)
	void nothingStartsWithoutTheFirewallRules() {
		String replica = leader().equals("pg3") ? "pg2" : "pg3";
		String address = plan().host(replica).address().toString();
		assertThat(servers()
			.on(address,
					"cp /etc/pg-ha/firewall.nft /root/kept; echo broken >/etc/pg-ha/firewall.nft; "
							+ "systemctl stop pg-ha-firewall; systemctl restart keepalived 2>&1; "
							+ "systemctl is-active keepalived; journalctl -u keepalived -n 30 -o cat")
			.within(60)
			.run()
			.text()).contains("activating", "not started: the cluster's firewall rules are not loaded");
		// The host's own rules are read anew, and nothing of the cluster is stopped.
		assertThat(servers()
			.on(address,
					"since() { systemctl show -P MainPID patroni etcd | xargs; }; before=$(since); "
							+ "mv /root/kept /etc/pg-ha/firewall.nft; systemctl restart nftables; "
							+ "for try in $(seq 30); do systemctl -q is-active keepalived && break; sleep 1; done; "
							+ "systemctl is-active keepalived; [ \"$before\" = \"$(since)\" ] && echo undisturbed")
			.within(60)
			.run()
			.orThrow()).isEqualTo("active\nundisturbed\n");
	}

	private static void report(String what, JsonNode written) {
		System.out.println("changed answers: " + what + " with a writer on: " + written);
		assertThat(written.path("lost").asInt(-1)).isZero();
		assertThat(written.path("writing").asBoolean()).isTrue();
		assertThat(written.path("acknowledged").asInt()).isGreaterThan(300);
	}

	/** The ttl in etcd, then what each server runs with. */
	private String values() {
		StringBuilder values = new StringBuilder(
				servers().on("192.0.2.11", "hactl show-config | sed -n 's/^ttl: //p'").run().orThrow().strip());
		plan().hosts()
			.forEach((host) -> values.append(' ')
				.append(servers().on(host.address().toString(),
						"cd / && runuser -u postgres -- psql -XAt -F/ -c \"SELECT current_setting('max_connections'), "
								+ "current_setting('shared_buffers')\" postgres")
					.run()
					.orThrow()
					.strip()));
		return values.toString();
	}

	private String leader() {
		return servers()
			.on("192.0.2.11",
					"hactl list -f json | python3 -c 'import json, sys; print([m[\"Member\"] "
							+ "for m in json.load(sys.stdin) if m[\"Role\"] == \"Leader\"][0])'")
			.run()
			.orThrow()
			.strip();
	}

}
