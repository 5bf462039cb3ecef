/**
 * Reference implementations: update rules written out by hand, from their papers, one element at a time, once in double and once in
 * float. They are made to be read and held against the paper, not to be fast, and share no code with any compiler: where a reference, an
 * interpreter and a generated class agree to the last bit, three people would have to have made the same mistake.
 *
 * <p>Hyperparameters, options and states carry the names of the recorded runs. What is one number for a step, such as
 * {@code 1 - beta1^t}, is computed in double; in the float form a cast shows where it is rounded.
 */
@NullMarked
package org.descant.harness.reference;

import org.jspecify.annotations.NullMarked;
