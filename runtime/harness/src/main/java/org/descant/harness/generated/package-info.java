/** Optimizers that the compiler generated, as subjects. */
@NullMarked
package org.descant.harness.generated;

import org.jspecify.annotations.NullMarked;
