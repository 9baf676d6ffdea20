package dev.pghaadvisor.lab;

import java.nio.file.Path;
import java.util.Map;

import dev.pghaadvisor.plan.Platform;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Requires(Requirement.LAB)
class ServersIT {

	@Test
	void aServerBootsWithItsAddressAndLeavesNothing() {
		Enclosure enclosure;
		try (Servers servers = Servers.boot(Platform.DEBIAN_13, Map.of("pg1", "192.0.2.11"), "eth0")) {
			enclosure = servers.enclosure();
			assertThat(servers.on("192.0.2.11", "hostname; systemctl is-system-running --wait; ip -4 -o addr show eth0")
				.run()
				.text()).startsWith("pg1\nrunning\n").contains("192.0.2.11/24");
		}
		assertThat(enclosure.folder()).doesNotExist();
		assertThat(ProcessHandle.of(enclosure.pid())).isEmpty();
		assertThat(Path.of("/proc/mounts")).content().doesNotContain(enclosure.folder().toString());
		assertThat(Path.of("/sys/fs/cgroup/systemd/advisor-lab-" + enclosure.pid() + "-pg1")).doesNotExist();
	}

}
