package dev.pghaadvisor.lab;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Besides, the cluster loses hosts, and the same files are installed by hand. */
abstract class WholeDeploymentTest extends DeploymentTest {

	private byte[] prepared;

	private Map<String, List<String>> byPlaybook;

	private Background<Servers> fresh;

	@Override
	@AfterAll
	void end() {
		super.end();
		if (this.fresh != null) {
			this.fresh.result().close();
			this.fresh = null;
		}
	}

	/** For the last step; nothing may have been done but what the playbook did. */
	@Test
	@Order(35)
	void itsSettingsAreNoted() {
		this.prepared = deployment().prepared();
		this.byPlaybook = settings(servers(), plan());
		assertThat(this.byPlaybook).hasSameSizeAs(plan().hosts())
			.allSatisfy((name, settings) -> assertThat(settings).hasSizeGreaterThan(100));
	}

	@Test
	@Order(40)
	void itsOwnDrillLosesTheLeadersHost() {
		DrillTable lost = deployment().losePower(plan());
		itWentAsPromised(lost);
		// Nobody takes over before the lock of the lost leader has expired.
		assertThat(lost.measured("seconds without a write")).allMatch((seconds) -> seconds > 5);
		deployment().verify();
	}

	@Test
	@Order(80)
	void aHostThatIsLostForGoodIsReplaced() {
		// They boot while the playbook runs, and nothing is done to them before.
		this.fresh = Background.start(() -> Servers.boot(plan()));
		deployment().replaceHost(plan());
		deployment().verify();
		deployment().writeThrough(plan());
		deployment().record(plan());
	}

	@Test
	@Order(85)
	void whoStartsOverIsToldWhatIsLeft() {
		assertThat(deployment().startOver(plan())).contains("etcd remembers a cluster", "Start over");
		deployment().writeThrough(plan());
	}

	@Test
	@Order(90)
	void theSameFilesByHandMakeTheSameServers() {
		Servers servers = this.fresh.result();
		Deployment byHand = deployment().on(servers);
		byHand.unpackPrepared(this.prepared);
		byHand.installByHand(plan(), "install.sh on every host, nothing installed");
		byHand.waitForReplicas(plan());
		byHand.verify();
		byHand.writeThrough(plan());
		assertThat(byHand.installByHand(plan(), "second install.sh on every host"))
			.allSatisfy((name, output) -> assertThat(output).isEqualTo("nothing to change on " + name + "\n"));
		Map<String, List<String>> settings = settings(servers, plan());
		this.byPlaybook
			.forEach((name, expected) -> assertThat(settings.get(name)).as(name).containsExactlyElementsOf(expected));
	}

}
