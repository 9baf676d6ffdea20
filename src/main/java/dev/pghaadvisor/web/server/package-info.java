/**
 * Receives every request and answers what nothing else can: headers, limits, log and
 * errors.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.pghaadvisor.web.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
