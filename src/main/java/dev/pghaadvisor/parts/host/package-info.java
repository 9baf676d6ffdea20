/** The host itself: its kernel, its firewall, and how services start on it. */
@ApplicationModule(allowedDependencies = { "plan", "bundle" })
@NullMarked
package dev.pghaadvisor.parts.host;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
