/**
 * Answers over HTTP, one package for each thing people or programs come for; nobody
 * depends on it.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.pghaadvisor.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
