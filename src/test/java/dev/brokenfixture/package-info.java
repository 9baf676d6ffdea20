/** An application that breaks its own architecture, to prove that the check can fail. */
@NullMarked
package dev.brokenfixture;

import org.jspecify.annotations.NullMarked;
