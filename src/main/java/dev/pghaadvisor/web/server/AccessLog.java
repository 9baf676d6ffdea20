package dev.pghaadvisor.web.server;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Logs each request in one line without what would let a reader of the log open a report:
 * tokens are masked, and names of hosts and query strings left out.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AccessLog extends OncePerRequestFilter {

	private static final Logger LOG = LoggerFactory.getLogger("access");

	/** What stands where tokens and names of hosts stand, and whatever looks like one. */
	private static final Pattern TOKEN = Pattern.compile("(?<=/r/|/reports/)[^/]+|(?<=/files/).+|[A-Za-z0-9_-]{22,}");

	private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x21-\\x7e]");

	private static final int LONGEST = 200;

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		long began = System.nanoTime();
		try {
			chain.doFilter(request, response);
		}
		finally {
			if (LOG.isInfoEnabled()) {
				LOG.info("{} {} {} {} ms", request.getMethod(), masked(request.getRequestURI()), response.getStatus(),
						(System.nanoTime() - began) / 1_000_000);
			}
		}
	}

	static String masked(String path) {
		String printable = UNPRINTABLE.matcher(decoded(path)).replaceAll("?");
		String masked = TOKEN.matcher(printable).replaceAll("***");
		return (masked.length() > LONGEST) ? masked.substring(0, LONGEST) + "..." : masked;
	}

	/** An encoded letter must not hide a token from the mask. */
	private static String decoded(String path) {
		try {
			return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return path;
		}
	}

}
