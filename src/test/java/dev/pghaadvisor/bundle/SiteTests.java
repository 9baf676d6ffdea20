package dev.pghaadvisor.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for the order of {@code site.yml}. */
class SiteTests {

	private static final Pattern PLAY = Pattern.compile("(?m)^- name: (.*)$");

	private static final String WAIT = "Wait for the leader and its replicas";

	@ParameterizedTest
	@EnumSource
	void theWaysInStartBeforeAnyReplicaIsWaitedFor(Persona persona) {
		List<String> order = new ArrayList<>(
				List.of("Start Patroni on the first host", "Start Patroni on the other hosts",
						"Start HAProxy where it does not run", "Start Keepalived where it does not run", WAIT));
		ClusterPlan plan = persona.plan();
		order.removeIf((name) -> name.contains("HAProxy") && plan.with(Role.HAPROXY).isEmpty());
		order.removeIf((name) -> name.contains("Keepalived") && plan.with(Role.KEEPALIVED).isEmpty());
		assertThat(plays(persona)).containsSubsequence(order);
	}

	/** Without a standby the first commits would have one copy, whatever was promised. */
	@ParameterizedTest
	@EnumSource
	void aNewClusterHasItsReplicasBeforeAnybodyGetsInAndOneThatWasBornBeforeDoesNotWait(Persona persona) {
		String site = Parts.bundle(persona.plan(), Map.of()).file("site.yml").text();
		int settled = site.indexOf("- name: Let nobody write to a new cluster before its replicas follow");
		assertThat(settled).isPositive();
		assertThat(site.substring(settled, site.indexOf("- name: ", site.indexOf("settled 300", settled)))).contains(
				"when: groups.postgresql | map('extract', hostvars, ['born', 'stat', 'exists']) | select | length == 0");
		assertThat(plays(persona).subList(0,
				plays(persona).indexOf("Let nobody write to a new cluster before its replicas follow")))
			.noneMatch((name) -> name.contains("where it does not run"));
	}

	@ParameterizedTest
	@EnumSource
	void whatRunsTakesItsChangedFilesOnceEveryReplicaFollows(Persona persona) {
		List<String> plays = plays(persona);
		assertThat(plays.subList(0, plays.indexOf(WAIT))).allMatch((name) -> !name.contains("take"));
		assertThat(plays.subList(plays.indexOf(WAIT), plays.size()))
			.contains("Have each member take its changed files and settings, one after the other")
			.noneMatch((name) -> name.contains("where it does not run"))
			.endsWith("Wait for the way in");
	}

	/** What runs keeps running: only in the later plays its files may restart it. */
	@Test
	void startingAWayInLeavesThatAloneWhichRuns() {
		String site = Parts.bundle(Persona.SHOP.plan(), Map.of()).file("site.yml").text();
		for (String service : List.of("haproxy", "keepalived")) {
			String serve = "/usr/local/sbin/pg-ha-serve " + service + ".service\n      register: serve\n"
					+ "      changed_when: serve.stdout != \"\"\n";
			assertThat(site.indexOf(serve + "      when: running.rc != 0\n")).as(service)
				.isBetween(0, site.indexOf(WAIT));
			assertThat(site.lastIndexOf(serve)).as(service).isGreaterThan(site.indexOf(WAIT));
		}
	}

	@Test
	void withoutAWayInOfItsOwnNoneStarts() {
		assertThat(plays(Persona.FLEET)).noneMatch((name) -> name.contains("HAProxy") || name.contains("Keepalived"));
	}

	private static List<String> plays(Persona persona) {
		String site = Parts.bundle(persona.plan(), Map.of()).file("site.yml").text();
		return PLAY.matcher(site).results().map((MatchResult play) -> play.group(1)).toList();
	}

}
