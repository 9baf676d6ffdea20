/** Everything that clusters are made of: the list of rooms, a package for each. */
@ApplicationModule(allowedDependencies = { "questionnaire", "rules", "plan", "forecast", "bundle" })
@NullMarked
package dev.pghaadvisor.parts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
