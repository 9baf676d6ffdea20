package dev.pghaadvisor.lab;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Requires(Requirement.LAB)
class ServersIT {

	@Test
	void aServerBootsWithItsAddressAndSystemd() {
		try (Servers servers = Servers.boot(Map.of("pg1", "192.0.2.11"), "eth0")) {
			assertThat(servers.on("192.0.2.11", "hostname; systemctl is-system-running --wait; ip -4 -o addr show eth0")
				.run()
				.text()).startsWith("pg1\nrunning\n").contains("192.0.2.11/24");
		}
	}

}
