/** Keepalived, which moves the virtual address. */
@ApplicationModule(allowedDependencies = { "plan", "bundle" })
@NullMarked
package dev.pghaadvisor.parts.keepalived;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
