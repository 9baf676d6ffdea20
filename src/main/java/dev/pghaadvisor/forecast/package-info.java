/** Says for each failure what clients see and for how long. */
@NullMarked
@ApplicationModule(allowedDependencies = { "questionnaire", "rules", "plan" })
package dev.pghaadvisor.forecast;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
