package dev.pghaadvisor.lab;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.pghaadvisor.bundle.Persona;
import dev.pghaadvisor.plan.ClusterPlan;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody thinks again while the cluster is at work: other timers, more connections and
 * less memory, for which every member has to restart; and back.
 */
@Requires(Requirement.LAB)
@SpringBootTest(properties = "spring.datasource.url=jdbc:h2:mem:changes")
@AutoConfigureMockMvc
class ChangedAnswersIT {

	@Autowired
	private MockMvcTester application;

	@Test
	void aRunningClusterTakesOtherAnswersWithoutLosingAWrite() {
		ClusterPlan plan = Persona.MONITORING.plan();
		Map<String, String> before = new HashMap<>(Persona.MONITORING.answers());
		before.putAll(Map.of("rto", "60s", "connections", "under-100"));
		Map<String, String> after = new HashMap<>(before);
		after.putAll(Map.of("rto", "30s", "connections", "100-500"));
		Parts parts = new Parts("changed answers");
		try (Servers servers = Servers.boot(plan)) {
			Deployment old = new Deployment(servers, Download.of(this.application, before), parts);
			old.unpackAndPrepare();
			old.install();
			Deployment changed = new Deployment(servers,
					Download.of(this.application, after, Map.of("databaseMemoryGb", 4)), parts, "changed");
			changed.unpackAndPrepareFrom(old);

			assertThat(changed.playbook("--check --diff --tags files site.yml", "the difference in advance")).contains(
					"-    ttl: 30\n", "+    ttl: 20\n", "-        max_connections: 100\n",
					"+        max_connections: 500\n");
			assertThat(settings(servers, plan)).isEqualTo("30 100/1792MB 100/1792MB 100/1792MB");

			assertRefusedWhileAReplicaDoesNotStream(servers, changed);
			assertThat(settings(servers, plan)).isEqualTo("30 100/1792MB 100/1792MB 100/1792MB");

			String leader = leader(servers);
			report("more connections",
					changed.underLoad(plan,
							() -> assertThat(changed.playbook("site.yml", "site.yml with other answers"))
								.contains("ttl: 30 -> 20", "max_connections: 100 -> 500")));
			assertThat(settings(servers, plan)).isEqualTo("20 500/768MB 500/768MB 500/768MB");
			assertThat(leader(servers)).isNotEqualTo(leader);
			assertThat(changed.playbook("site.yml", "once more")).doesNotContainPattern("changed=[1-9]");
			changed.verify();

			report("fewer connections", old.underLoad(plan,
					() -> assertThat(old.playbook("site.yml", "site.yml with the first answers")).contains("lower")));
			assertThat(settings(servers, plan)).isEqualTo("30 100/1792MB 100/1792MB 100/1792MB");
			old.verify();
		}
		parts.total();
	}

	/** The replica's connections for replication lead nowhere. */
	private static void assertRefusedWhileAReplicaDoesNotStream(Servers servers, Deployment changed) {
		String replica = "192.0.2.13";
		servers
			.on(replica,
					"nft 'add table inet broken; add chain inet broken output { type filter hook output priority 0; }; "
							+ "add rule inet broken output tcp dport 5432 drop'; "
							+ "while pg-ha-cluster healthy; do sleep 1; done")
			.within(90)
			.run()
			.orThrow();
		Output refused = changed.tryPlaybook("site.yml", "site.yml with a replica that does not stream");
		assertThat(refused.failed()).isTrue();
		assertThat(refused.text()).contains("pg3 does not");
		servers.on(replica, "nft delete table inet broken; until pg-ha-cluster healthy 2>/dev/null; do sleep 1; done")
			.within(120)
			.run()
			.orThrow();
	}

	private static void report(String what, JsonNode written) {
		System.out.println("changed answers: " + what + " with a writer on: " + written);
		assertThat(written.path("lost").asInt(-1)).isZero();
		assertThat(written.path("writing").asBoolean()).isTrue();
		assertThat(written.path("acknowledged").asInt()).isGreaterThan(300);
	}

	/** The ttl in etcd, then what each server runs with. */
	private static String settings(Servers servers, ClusterPlan plan) {
		StringBuilder settings = new StringBuilder(
				servers.on("192.0.2.11", "hactl show-config | sed -n 's/^ttl: //p'").run().orThrow().strip());
		plan.hosts()
			.forEach((host) -> settings.append(' ')
				.append(servers.on(host.address().toString(),
						"cd / && runuser -u postgres -- psql -XAt -F/ -c \"SELECT current_setting('max_connections'), "
								+ "current_setting('shared_buffers')\" postgres")
					.run()
					.orThrow()
					.strip()));
		return settings.toString();
	}

	private static String leader(Servers servers) {
		return servers
			.on("192.0.2.11",
					"hactl list -f json | python3 -c 'import json, sys; print([m[\"Member\"] "
							+ "for m in json.load(sys.stdin) if m[\"Role\"] == \"Leader\"][0])'")
			.run()
			.orThrow()
			.strip();
	}

}
