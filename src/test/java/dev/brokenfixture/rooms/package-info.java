/** Rooms of which one uses another. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.brokenfixture.rooms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
