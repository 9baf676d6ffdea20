/** Shows what the advice rests on: every rule and every measurement. */
@ApplicationModule(allowedDependencies = { "questionnaire", "rules", "forecast", "advice", "web.input" })
@NullMarked
package dev.pghaadvisor.web.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
