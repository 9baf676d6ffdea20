/** Keeps the leadership of etcd off the host that leads PostgreSQL. */
@ApplicationModule(allowedDependencies = { "plan", "bundle" })
@NullMarked
package dev.pghaadvisor.parts.etcdyield;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
