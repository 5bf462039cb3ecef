/**
 * Validation that knows no compiler: optimizers of any make are put to work on the same model, and what they do is compared with recorded
 * runs, with reference implementations, and with each other.
 */
@NullMarked
package org.descant.harness;

import org.jspecify.annotations.NullMarked;
