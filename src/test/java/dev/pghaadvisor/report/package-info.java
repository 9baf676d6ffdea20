/** Tests of documents and of the store. */
@NullMarked
package dev.pghaadvisor.report;

import org.jspecify.annotations.NullMarked;
