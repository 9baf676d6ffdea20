/** Keeps reports and finds them again; the only package that knows the database. */
@ApplicationModule(allowedDependencies = { "bundle", "advice", "report" })
@NullMarked
package dev.pghaadvisor.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
