/** Used by a package that did not declare it. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.brokenfixture.upper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
