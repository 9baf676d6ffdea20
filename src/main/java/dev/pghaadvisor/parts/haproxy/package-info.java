/** HAProxy, which finds the leader for applications. */
@ApplicationModule(allowedDependencies = { "rules", "plan", "bundle" })
@NullMarked
package dev.pghaadvisor.parts.haproxy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
