/** Advises which PostgreSQL high-availability design fits, and generates it. */
@NullMarked
package dev.pghaadvisor;

import org.jspecify.annotations.NullMarked;
