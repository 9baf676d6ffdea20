package dev.pghaadvisor.web.server;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link AccessLog}. */
class AccessLogTests {

	private static final String TOKEN = "Ab3_-Ab3_-Ab3_-Ab3_-Ab";

	@ParameterizedTest
	@ValueSource(strings = { "/r/T", "/%72/T", "/api/v1/%72eports/T", "/R/T", "/r//T", "/r;a=b/T", "/r/x/../T",
			"/re/T/files/x", "/r/short", "/%zz/T" })
	void noTokenIsReadable(String path) {
		assertThat(AccessLog.masked(path.replace("T", TOKEN))).doesNotContain(TOKEN, "short").contains("***");
	}

	@Test
	void namesOfHostsAreLeftOut() {
		assertThat(AccessLog.masked("/r/" + TOKEN + "/files/hosts/db1/etc/default/etcd")).isEqualTo("/r/***/files/***");
	}

	@Test
	void whatIsNoTokenStays() {
		assertThat(AccessLog.masked("/css/advisor.css")).isEqualTo("/css/advisor.css");
		assertThat(AccessLog.masked("/advice\n2026 forged")).isEqualTo("/advice?2026?forged");
	}

}
