/** Stores a report and shows it, with its files, to whoever has the link. */
@ApplicationModule(allowedDependencies = { "questionnaire", "plan", "advice", "report", "store", "web.server",
		"web.input", "web.wizard" })
@NullMarked
package dev.pghaadvisor.web.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
