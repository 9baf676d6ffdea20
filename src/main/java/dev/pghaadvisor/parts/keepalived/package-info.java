/** Keepalived, which moves the virtual address. */
@NullMarked
package dev.pghaadvisor.parts.keepalived;

import org.jspecify.annotations.NullMarked;
