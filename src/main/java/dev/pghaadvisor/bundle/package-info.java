/** Turns a cluster plan into the files of its bundle and packs them. */
@NullMarked
@ApplicationModule(allowedDependencies = { "questionnaire", "rules", "plan", "forecast" })
package dev.pghaadvisor.bundle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
