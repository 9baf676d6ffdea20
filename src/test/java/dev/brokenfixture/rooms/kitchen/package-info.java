/** A room that uses another. */
@NullMarked
package dev.brokenfixture.rooms.kitchen;

import org.jspecify.annotations.NullMarked;
