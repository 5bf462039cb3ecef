/** Validation that compiles: rules, as they are interpreted and as they are generated, beside recorded runs and beside each other. */
@NullMarked
package org.descant.proof;

import org.jspecify.annotations.NullMarked;
