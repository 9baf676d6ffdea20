/** Everything that clusters are made of: the list of rooms, a package for each. */
@NullMarked
@ApplicationModule(allowedDependencies = { "questionnaire", "rules", "plan", "forecast", "bundle" })
package dev.pghaadvisor.parts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
