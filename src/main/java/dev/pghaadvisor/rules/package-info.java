/** The rule book: turns answers into advice and explains it. */
@NullMarked
@ApplicationModule(allowedDependencies = { "questionnaire", "yaml" })
package dev.pghaadvisor.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
