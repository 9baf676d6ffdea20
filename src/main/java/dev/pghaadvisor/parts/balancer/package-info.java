/** A balancer that is not part of the files, which asks Patroni or HAProxy by HTTP. */
@NullMarked
package dev.pghaadvisor.parts.balancer;

import org.jspecify.annotations.NullMarked;
