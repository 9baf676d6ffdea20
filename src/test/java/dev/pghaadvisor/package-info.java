/** Tests of the application as a whole. */
@NullMarked
package dev.pghaadvisor;

import org.jspecify.annotations.NullMarked;
