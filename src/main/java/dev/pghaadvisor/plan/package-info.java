/** Turns advice and the user's inventory into a cluster plan whose invariants hold. */
@NullMarked
@ApplicationModule(allowedDependencies = { "questionnaire", "rules", "yaml" })
package dev.pghaadvisor.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
