/** A room. */
@NullMarked
package dev.brokenfixture.rooms.cellar;

import org.jspecify.annotations.NullMarked;
