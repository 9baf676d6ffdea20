/** May use the package beside it, although it stands before it. */
@ApplicationModule(allowedDependencies = "upper.second")
@NullMarked
package dev.brokenfixture.upper.first;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
