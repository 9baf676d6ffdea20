/** Takes answers to a plan and to everything that follows from it. */
@ApplicationModule(allowedDependencies = { "questionnaire", "rules", "plan", "forecast", "bundle", "parts" })
@NullMarked
package dev.pghaadvisor.advice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
