package dev.pghaadvisor.bundle;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CapturedTests {

	@Test
	void whatWasCapturedIsShownAsItWas() {
		Captured captured = new Captured(
				Map.of("list", "+ Cluster\n| pg1\n", "recorded", "2026-01-02", "playbooks", "0a"));
		assertThat(captured.block("list", "0a")).isEqualTo(
				"\nSeen in the lab on 2026-01-02, on hosts with the example names and addresses:\n\n    + Cluster\n    | pg1\n");
	}

	@Test
	void whatWasCapturedWithOtherPlaybooksSaysSo() {
		Map<String, String> outputs = Map.of("list", "| pg1\n", "recorded", "2026-01-02");
		assertThat(new Captured(outputs).block("list", "0a")).contains("with earlier versions of these playbooks");
	}

	@Test
	void whatWasNotCapturedIsLeftOut() {
		assertThat(new Captured(Map.of("recorded", "2026-01-02")).block("list", "0a")).isEmpty();
		assertThat(Captured.of("no-such-footprint").block("list", "0a")).isEmpty();
	}

}
