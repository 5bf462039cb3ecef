/**
 * Recorded runs: what an optimizer of another make did with given parameters and gradients, step by step. The form of the files is
 * described in {@code META-INF/descant/recordings/README.md}, beside those that ship with this module.
 */
@NullMarked
package org.descant.harness.recorded;

import org.jspecify.annotations.NullMarked;
