package dev.pghaadvisor.web.server;

import java.net.URI;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this instance is reached and how much it takes.
 *
 * @param publicUrl the address in share links; the Host header is never trusted
 * @param limits how many requests one client may make
 */
@ConfigurationProperties("advisor")
public record WebProperties(@DefaultValue("http://localhost:8080") URI publicUrl, @DefaultValue Limits limits) {

	public WebProperties {
		String scheme = publicUrl.getScheme();
		if (publicUrl.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
			throw new IllegalArgumentException(
					"advisor.public-url must be http:// or https:// with a host, such as https://advisor.example.org");
		}
		if (publicUrl.getPath() != null && publicUrl.getPath().length() > 1) {
			throw new IllegalArgumentException(
					"advisor.public-url must not have a path: pages are served from the root");
		}
	}

	/** Whether links lead no further than this machine. */
	public boolean local() {
		return List.of("localhost", "127.0.0.1", "[::1]").contains(this.publicUrl.getHost());
	}

	/** Whether browsers reach this instance by TLS. */
	public boolean secure() {
		return "https".equals(this.publicUrl.getScheme());
	}

	/** The public address of a path that starts with a slash. */
	public String link(String path) {
		String base = this.publicUrl.toString();
		return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
	}

	/**
	 * What one client address may ask of this instance.
	 *
	 * @param enabled whether there is a limit at all
	 * @param perMinute points that refill over a minute; a page costs 1, a bundle or a
	 * report 10
	 */
	record Limits(@DefaultValue("true") boolean enabled, @DefaultValue("600") long perMinute) {

		Limits {
			if (perMinute < RequestLimits.COST_OF_WORK) {
				throw new IllegalArgumentException("advisor.limits.per-minute must be at least "
						+ RequestLimits.COST_OF_WORK + ", what a report costs");
			}
		}

	}

}
