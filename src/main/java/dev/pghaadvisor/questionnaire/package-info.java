/** What we ask: sections, questions, options and defaults; typed, validated answers. */
@NullMarked
@ApplicationModule(allowedDependencies = "yaml")
package dev.pghaadvisor.questionnaire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
