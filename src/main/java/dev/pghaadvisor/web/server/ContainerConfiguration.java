package dev.pghaadvisor.web.server;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;

/**
 * What the servlet container answers itself, before any filter of ours: addresses that
 * are no addresses. They get the same headers as every page, and a page without a style.
 */
@Configuration(proxyBeanMethods = false)
class ContainerConfiguration {

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> answersOfTheContainer() {
		return (factory) -> {
			factory.addEngineValves(new HeadersOfEveryAnswer());
			factory.addContextCustomizers(
					(context) -> context.getParent().getPipeline().addValve(new AddressThatCannotBeRead()));
		};
	}

	/**
	 * Spring Security writes the same values for what reaches it and leaves what is set.
	 */
	private static final class HeadersOfEveryAnswer extends ValveBase {

		HeadersOfEveryAnswer() {
			super(true);
		}

		@Override
		public void invoke(Request request, Response response) throws IOException, ServletException {
			response.setHeader("Content-Security-Policy", SecurityConfiguration.CONTENT_SECURITY_POLICY);
			response.setHeader("X-Content-Type-Options", "nosniff");
			response.setHeader("X-Frame-Options", "DENY");
			response.setHeader("Referrer-Policy", "no-referrer");
			getNext().invoke(request, response);
		}

	}

	/** Reports what no page of ours has reported. */
	private static final class AddressThatCannotBeRead extends ErrorReportValve {

		@Override
		protected void report(Request request, Response response, @Nullable Throwable throwable) {
			if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
				return;
			}
			response.setContentType(MediaType.TEXT_HTML_VALUE);
			response.setCharacterEncoding("UTF-8");
			try {
				response.getReporter().write("""
						<!DOCTYPE html>
						<html lang="en"><head><title>%d: this request cannot be read</title></head>
						<body><h1>This request cannot be read</h1>
						<p>Its address holds characters that no address may hold, or it is no HTTP request.</p>
						<p><a href="/">To the start</a></p></body></html>
						""".formatted(response.getStatus()));
				response.finishResponse();
			}
			catch (IOException | IllegalStateException ex) {
				// Whoever asked has gone: there is nobody to tell.
				return;
			}
		}

	}

}
