/** Keeps the leadership of etcd off the host that leads PostgreSQL. */
@NullMarked
package dev.pghaadvisor.parts.etcdyield;

import org.jspecify.annotations.NullMarked;
