/** HAProxy, which finds the leader for applications. */
@NullMarked
package dev.pghaadvisor.parts.haproxy;

import org.jspecify.annotations.NullMarked;
