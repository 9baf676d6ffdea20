/** Stores and shares what was advised; the only package that knows the database. */
@ApplicationModule(allowedDependencies = { "questionnaire", "rules", "plan", "forecast", "bundle", "parts" })
@NullMarked
package dev.pghaadvisor.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
