/** Reads YAML so that every complaint can point at its line and column. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.pghaadvisor.yaml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
