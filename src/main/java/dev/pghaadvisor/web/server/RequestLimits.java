package dev.pghaadvisor.web.server;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps one client from taking the whole machine. Counted in this instance's memory: two
 * instances allow twice as much. Counts before anything else is done, so that what is
 * refused costs as much.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
@ConditionalOnBooleanProperty(name = "advisor.limits.enabled", matchIfMissing = true)
class RequestLimits extends OncePerRequestFilter {

	static final long COST_OF_WORK = 10;

	private static final List<String> UNCOUNTED = List.of("/css/", "/js/", "/webjars/", "/actuator/");

	private static final Duration FORGET_AFTER = Duration.ofMinutes(2);

	private static final long MOST_CLIENTS = 100_000;

	private final long perMinute;

	private final Cache<String, Bucket> clients = Caffeine.newBuilder()
		.maximumSize(MOST_CLIENTS)
		.expireAfterAccess(FORGET_AFTER)
		.build();

	RequestLimits(WebProperties properties) {
		this.perMinute = properties.limits().perMinute();
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String path = request.getRequestURI();
		return UNCOUNTED.stream().anyMatch(path::startsWith);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		long cost = request.getMethod().equals("POST") ? COST_OF_WORK : 1;
		ConsumptionProbe probe = this.clients.get(request.getRemoteAddr(), (address) -> newBucket())
			.tryConsumeAndReturnRemaining(cost);
		if (probe.isConsumed()) {
			chain.doFilter(request, response);
			return;
		}
		long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
		response.sendError(429);
	}

	private Bucket newBucket() {
		return Bucket.builder()
			.addLimit((limit) -> limit.capacity(this.perMinute).refillGreedy(this.perMinute, Duration.ofMinutes(1)))
			.build();
	}

}
