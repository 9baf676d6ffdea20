package dev.pghaadvisor.web.server;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/**
 * Reads what is uploaded once. A body that could not be read must not be read again for
 * the page that says so: that fails in the same way, and the container answers instead.
 */
@Configuration(proxyBeanMethods = false)
class Uploads {

	@Bean
	StandardServletMultipartResolver multipartResolver() {
		StandardServletMultipartResolver resolver = new StandardServletMultipartResolver() {

			@Override
			public boolean isMultipart(HttpServletRequest request) {
				return request.getDispatcherType() != DispatcherType.ERROR && super.isMultipart(request);
			}

		};
		// The container knows no other kind than form-data.
		resolver.setStrictServletCompliance(true);
		return resolver;
	}

}
