/** Serves the wizard, the pages and the JSON API; nobody depends on it. */
@ApplicationModule(allowedDependencies = { "questionnaire", "rules", "plan", "forecast", "bundle", "advice", "report",
		"store", "yaml" })
@NullMarked
package dev.pghaadvisor.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
