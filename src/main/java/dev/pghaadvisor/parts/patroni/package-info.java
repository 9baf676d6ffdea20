/** Patroni with its PostgreSQL. */
@ApplicationModule(allowedDependencies = { "questionnaire", "rules", "plan", "bundle" })
@NullMarked
package dev.pghaadvisor.parts.patroni;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
