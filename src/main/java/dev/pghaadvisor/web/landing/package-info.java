/**
 * Greets with both designs and the presets, and takes the answers of an earlier bundle.
 */
@ApplicationModule(allowedDependencies = { "yaml", "questionnaire", "rules", "advice", "web.input", "web.wizard" })
@NullMarked
package dev.pghaadvisor.web.landing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
