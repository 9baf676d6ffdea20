package dev.pghaadvisor.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Collectors;

import dev.pghaadvisor.bundle.Persona;
import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What HAProxy does with readers of a late replica, on each platform. */
@Requires(Requirement.LAB)
class LateReplicaIT {

	@ParameterizedTest
	@ValueSource(strings = { "debian-13-full-8", "debian-12-full-8" })
	void aLateReplicaKeepsItsReadersAndGetsNoOthers(String shape) throws IOException {
		assertThat(readersSee(shape, "").orThrow()).isEqualTo("""
				fit: served by the replica
				late: nobody new
				late: who is there stays
				fit again: served by the replica
				late again: nobody new
				gone: cut
				back: served by the replica
				leads: cut
				leads: served by the other one
				""");
	}

	@Test
	void asAFailedCheckLatenessWouldCutThem() throws IOException {
		assertThat(readersSee("debian-13-full-8", " error-status L7OKC").text()).isEqualTo("""
				fit: served by the replica
				late: nobody new
				not within 10 s: late: who is there stays
				""");
	}

	private static Output readersSee(String shape, String without) throws IOException {
		ClusterPlan plan = Persona.of(shape).plan();
		String file = Parts.bundle(plan, Map.of()).file("hosts/lb1/etc/haproxy/haproxy.cfg").text();
		assertThat(file).contains(without);
		try (Enclosure enclosure = Enclosure.open()) {
			Network.alone(enclosure, "lb1", "192.0.2.31/24", "eth0");
			String members = plan.with(Role.POSTGRESQL)
				.stream()
				.map((member) -> member.address().toString())
				.collect(Collectors.joining(" "));
			enclosure.script("for address in $1; do ip -n lb1 addr add \"$address/32\" dev lo; done", members);
			Root host = enclosure.root("lb1", Image.tools(plan.shape().platform()));
			Files.writeString(host.file("/root/haproxy.cfg"), file.replace(without, ""));
			Files.write(host.file("/root/late_replica.py"), Deployment.resource("/lab/late_replica.py"));
			return host.script("mkdir -p /run/haproxy; python3 /root/late_replica.py /root/haproxy.cfg $1", members)
				.within(120)
				.run();
		}
	}

}
