/** Gives programs what the pages give people, as JSON. */
@ApplicationModule(allowedDependencies = { "questionnaire", "rules", "plan", "forecast", "bundle", "advice", "report",
		"store", "web.server", "web.input", "web.reports" })
@NullMarked
package dev.pghaadvisor.web.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
