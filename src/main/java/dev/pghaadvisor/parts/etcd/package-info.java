/** etcd, where Patroni keeps the leader's key. */
@NullMarked
package dev.pghaadvisor.parts.etcd;

import org.jspecify.annotations.NullMarked;
