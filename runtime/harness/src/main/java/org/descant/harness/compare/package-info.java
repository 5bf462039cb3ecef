/**
 * Runs beside each other: an optimizer and a record, or two optimizers, on the same model with the same gradients, how far they are apart,
 * and where they part first.
 */
@NullMarked
package org.descant.harness.compare;

import org.jspecify.annotations.NullMarked;
