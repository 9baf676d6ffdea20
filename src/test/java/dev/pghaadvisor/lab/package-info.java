/**
 * Proves bundles with the real programs: Debian images, checks of every file, machines
 * that boot.
 */
@NullMarked
package dev.pghaadvisor.lab;

import org.jspecify.annotations.NullMarked;
