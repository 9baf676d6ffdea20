/** etcd, where Patroni keeps the leader's key. */
@ApplicationModule(allowedDependencies = { "plan", "bundle" })
@NullMarked
package dev.pghaadvisor.parts.etcd;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
