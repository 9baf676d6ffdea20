/** Patroni with its PostgreSQL. */
@NullMarked
package dev.pghaadvisor.parts.patroni;

import org.jspecify.annotations.NullMarked;
