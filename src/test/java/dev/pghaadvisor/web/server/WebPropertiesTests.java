package dev.pghaadvisor.web.server;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Tests for {@link WebProperties}. */
class WebPropertiesTests {

	private static final WebProperties.Limits LIMITS = new WebProperties.Limits(true, 600);

	@Test
	void linksAreMadeFromThePublicAddress() {
		WebProperties properties = new WebProperties(URI.create("https://advisor.example.org/"), LIMITS);
		assertThat(properties.link("/r/x")).isEqualTo("https://advisor.example.org/r/x");
		assertThat(properties.secure()).isTrue();
		assertThat(new WebProperties(URI.create("http://advisor.example.org"), LIMITS).secure()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "advisor.example.org", "ftp://advisor.example.org", "https:///",
			"https://example.org/advisor" })
	void anotherAddressIsRefused(String address) {
		assertThatIllegalArgumentException().isThrownBy(() -> new WebProperties(URI.create(address), LIMITS))
			.withMessageContaining("advisor.public-url");
	}

	@ParameterizedTest
	@ValueSource(longs = { -1, 0, 9 })
	void aLimitThatAllowsNoReportIsRefused(long perMinute) {
		assertThatIllegalArgumentException().isThrownBy(() -> new WebProperties.Limits(true, perMinute))
			.withMessageContaining("advisor.limits.per-minute");
	}

}
