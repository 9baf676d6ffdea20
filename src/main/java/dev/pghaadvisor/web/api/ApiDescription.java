package dev.pghaadvisor.web.api;

import java.util.List;

import dev.pghaadvisor.web.server.WebProperties;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What /v3/api-docs says of the API as a whole. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

	/** The address is the configured one: the Host header is never trusted. */
	@Bean
	OpenAPI api(WebProperties properties) {
		return new OpenAPI().info(new Info().title("PG HA Advisor").version("1"))
			.servers(List.of(new Server().url(properties.publicUrl().toString())));
	}

}
