/** Puts a consultation into words, drawings and documents. */
@ApplicationModule(allowedDependencies = { "questionnaire", "rules", "plan", "forecast", "bundle", "parts", "advice" })
@NullMarked
package dev.pghaadvisor.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
