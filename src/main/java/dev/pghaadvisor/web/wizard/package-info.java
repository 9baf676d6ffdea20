/** Asks the questions and shows the recommendation, live and on a page of its own. */
@ApplicationModule(allowedDependencies = { "questionnaire", "plan", "forecast", "advice", "report", "web.input" })
@NullMarked
package dev.pghaadvisor.web.wizard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
