package dev.pghaadvisor.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import dev.pghaadvisor.bundle.Persona;
import dev.pghaadvisor.plan.ClusterPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A cluster to play with, deployed from the zip as a user does it: {@code -Dlab.play} is
 * the shape, or {@code stop} to end the one that runs. Nothing is left of it, however it
 * ends.
 */
@Requires(Requirement.LAB)
@OnTheApplication
@EnabledIfSystemProperty(named = "lab.play", matches = ".+")
class PlayIT {

	private static final Duration AT_MOST = Duration.ofHours(8);

	private static final Path RUNS = Path.of("/run/pg-ha-advisor-play");

	private static final String WANTED = System.getProperty("lab.play", "");

	@Autowired
	private MockMvcTester application;

	@Test
	void aClusterRunsUntilItIsStopped() throws IOException, InterruptedException {
		if (WANTED.equals("stop")) {
			stop();
			return;
		}
		Persona persona = Persona.of(WANTED);
		ClusterPlan plan = persona.plan();
		Download download = Download.of(this.application, persona.answers());
		try (Servers servers = Servers.boot(plan)) {
			Deployment deployment = new Deployment(servers, download, new Stopwatch(WANTED));
			deployment.unpackAndPrepare();
			deployment.install();
			deployment.verify();
			Files.writeString(RUNS, WANTED);
			System.out.println(welcome(servers, plan, download));
			Instant end = Instant.now().plus(AT_MOST);
			while (Files.exists(RUNS) && Instant.now().isBefore(end)) {
				Thread.sleep(500);
			}
		}
		finally {
			Files.deleteIfExists(RUNS);
		}
		System.out.println(WANTED + " is gone.");
	}

	private static void stop() throws IOException, InterruptedException {
		assertThat(RUNS).as("the mark of a cluster that runs").exists();
		Files.delete(RUNS);
		System.out.println("It ends within seconds.");
	}

	private static String welcome(Servers servers, ClusterPlan plan, Download download) {
		StringBuilder text = new StringBuilder("\n" + WANTED
				+ " runs. The machine of the person who installed it:\n\n  " + String.join(" ", servers.person())
				+ "\n\nThere: cd " + download.folder() + "; ansible-playbook drill.yml; ssh a host as root:\n\n");
		plan.hosts()
			.forEach((host) -> text.append("  ssh ")
				.append(host.address())
				.append("   # ")
				.append(host.name())
				.append(": ")
				.append(host.roles().stream().map(Object::toString).toList())
				.append('\n'));
		return text + "\nApplications connect to " + plan.write().host() + ":" + plan.write().port()
				+ ". It runs for 8 hours, or until the same command with -Dlab.play=stop.\n";
	}

}
