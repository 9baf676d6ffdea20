/** May use nothing, and uses the upper package. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.brokenfixture.lower;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
