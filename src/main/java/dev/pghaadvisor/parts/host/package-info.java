/** The host itself: its kernel, its firewall, and how services start on it. */
@NullMarked
package dev.pghaadvisor.parts.host;

import org.jspecify.annotations.NullMarked;
