/** Reads what people send in links and forms, and repeats it safely. */
@ApplicationModule(allowedDependencies = { "questionnaire" })
@NullMarked
package dev.pghaadvisor.web.input;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
