/** Everything that clusters are made of: the list of rooms, a package for each. */
@ApplicationModule(allowedDependencies = { "rules", "plan", "forecast", "bundle", "parts.host", "parts.haproxy",
		"parts.patroni", "parts.etcd", "parts.etcdyield", "parts.keepalived" })
@NullMarked
package dev.pghaadvisor.parts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
