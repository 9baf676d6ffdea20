/** May use nothing, and uses the package beside it. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.brokenfixture.upper.second;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
